package io.jenkins.plugins.slacknotify.admin;

import io.jenkins.plugins.slacknotify.engine.Deliveries;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.lifecycle.CopiedBuilds;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import java.io.IOException;
import java.util.Optional;

/** The messages that wait and the builds that ran in a home that was copied from another machine. One decision is about both. */
final class CopiedHome {
    private CopiedHome() {}

    /** Returns whether somebody has to decide. Reads no disk. */
    static boolean isUndecided() {
        return deliveries().copied() > 0 || CopiedBuilds.get().undecided().isPresent();
    }

    /** Returns the problem that builds are kept back; empty where none are. That messages are is among the problems of deliveries. */
    static Optional<Problem> problem() {
        return CopiedBuilds.get().undecided().map(CopiedHome::problem);
    }

    private static Problem problem(CopiedBuilds.Undecided builds) {
        return new Problem(
                Messages.CopiedHome_builds(builds.origin(), builds.number()),
                Problem.FixLocation.ELSEWHERE,
                builds.since(),
                0);
    }

    /** Sends the deliveries that the other machine has left. First the messages of its builds are known, so that they can change. */
    static void send() throws IOException {
        deliveries().releaseCopied();
        CopiedBuilds.get().release();
    }

    /** Discards the deliveries and the running builds that the other machine has left. */
    static void discard() throws IOException {
        deliveries().discardCopied();
        CopiedBuilds.get().discard();
    }

    private static Deliveries deliveries() {
        return EngineLifecycle.get().engine().deliveries();
    }
}
