package io.jenkins.plugins.slacknotify.engine.upkeep;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A change that keeps messages from Slack until a person has done something.
 *
 * @param subject the bot, as {@code LaneKey#account} writes it, or the channel's id
 * @param reason what is wrong and how to fix it, for people; holds no token
 */
public record ReportedChange(String subject, String reason, Instant since) {
    public ReportedChange {
        requireNonNull(subject, "subject");
        requireNonNull(reason, "reason");
        requireNonNull(since, "since");
    }
}
