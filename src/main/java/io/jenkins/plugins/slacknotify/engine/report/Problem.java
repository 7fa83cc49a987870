package io.jenkins.plugins.slacknotify.engine.report;

import java.time.Instant;
import java.util.List;

/**
 * A problem that keeps messages, or their templates, from Slack and that a person has to fix.
 *
 * @param description what is wrong and how to fix it
 * @param fixLocation where in Jenkins to go for that
 * @param since the beginning, or the hand-over of the oldest message that waits for the fix
 * @param waiting the number of messages that wait for the fix
 * @param places where the wrong names of channels stand that are the problem; empty for any other problem
 */
public record Problem(String description, FixLocation fixLocation, Instant since, int waiting, List<NamePlace> places) {
    public Problem {
        places = List.copyOf(places);
    }

    /** A problem that is not about the name of a channel. */
    public Problem(String description, FixLocation fixLocation, Instant since, int waiting) {
        this(description, fixLocation, since, waiting, List.of());
    }

    /** The places where problems are fixed. */
    public enum FixLocation {
        /** The configuration of the whole system: its token, or what its rules use. Or the token's app. */
        SYSTEM_SETTINGS,
        /** A token that a job names by the id of its credential, or the token's app. */
        TOKEN_OF_A_JOB,
        /** Outside of Jenkins: a channel, or Slack itself. */
        ELSEWHERE
    }
}
