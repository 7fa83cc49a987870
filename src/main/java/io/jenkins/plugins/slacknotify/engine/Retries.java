package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.composing.TimeLimitedMacros;
import io.jenkins.plugins.slacknotify.engine.notification.LaneKey;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.engine.report.BrokenTemplates;
import io.jenkins.plugins.slacknotify.engine.upkeep.ReportedChanges;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tries again what waits, because what it waits for may have changed. Each returns at once; the outbox sends on its own threads.
 *
 * <p>Safe for use by many threads.
 */
public final class Retries {
    private final Outbox outbox;
    private final ReportedChanges reported;
    private final BrokenTemplates brokenTemplates;
    private final TimeLimitedMacros macros;

    Retries(Outbox outbox, ReportedChanges reported, BrokenTemplates brokenTemplates, TimeLimitedMacros macros) {
        this.outbox = outbox;
        this.reported = reported;
        this.brokenTemplates = brokenTemplates;
        this.macros = macros;
    }

    /** Tries at once whatever waits, because a change of the configuration may have fixed its reason. */
    public void settingsChanged() {
        reported.openAll();
        brokenTemplates.clear();
        macros.forget();
        outbox.wakeAll();
    }

    /**
     * Tries at once what is held, because a change of a credential may have fixed its reason. Unlike
     * {@link #settingsChanged} it goes on waiting where Slack has asked for that, so it may be called often.
     */
    public void credentialsChanged() {
        brokenTemplates.clear();
        outbox.retryHeld(lane -> true);
    }

    /**
     * Tries at once what is held for a channel, because a change of a job or folder may have corrected its name. So is what was asked for
     * by the former name and is about to be held for it.
     */
    public void channelsChanged() {
        Map<Boolean, Set<String>> lanes = outbox.unfinished().stream()
                .filter(head -> HoldReason.keepsBack(head.state(), head.reason()))
                .collect(Collectors.partitioningBy(
                        head -> HoldReason.of(head.reason()).isAboutTheChannel(),
                        Collectors.mapping(head -> head.order().lane(), Collectors.toSet())));
        outbox.retryHeld(
                lane -> lanes.get(true).contains(lane) || !lanes.get(false).contains(lane));
    }

    /**
     * Tries at once what is held on behalf of builds in a folder that name a credential, because a change of the folder may have
     * fixed its reason, on the terms of {@link #credentialsChanged()}. What others hold does not depend on the folder.
     *
     * @param folder its full name
     */
    public void credentialsChanged(String folder) {
        brokenTemplates.clear();
        outbox.retryHeld(lane -> LaneKey.mayDependOn(lane, folder));
    }
}
