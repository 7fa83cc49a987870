package io.jenkins.plugins.slacknotify.engine.report;

import java.time.Instant;

/**
 * Something that keeps messages, or what they are to say, from Slack and that a person should know of.
 *
 * @param description what is wrong and how to mend it
 * @param fixLocation where in Jenkins to go for that
 * @param since when it began, or the oldest message that waits for it was handed over
 * @param waiting how many messages wait for it
 */
public record Problem(String description, FixLocation fixLocation, Instant since, int waiting) {
    /** Where a problem is mended. */
    public enum FixLocation {
        /** In the configuration of the whole system: its token, or what its rules use. Or in the token's app. */
        SYSTEM_SETTINGS,
        /** A token that a job names by the id of its credential, or its app. */
        TOKEN_OF_A_JOB,
        /** Not in Jenkins: a channel, or Slack itself. */
        ELSEWHERE
    }
}
