package io.jenkins.plugins.slacknotify.slack.model;

import static java.util.Objects.requireNonNull;

/**
 * The location of a message in Slack.
 *
 * @param channel the id of the channel or direct message, as Slack answered it (not the name it was posted to)
 * @param ts Slack's timestamp, such as {@code 1724148000.123456}: the message's identity within its channel
 */
public record MessageLocation(String channel, String ts) {
    public MessageLocation {
        requireNonNull(channel, "channel");
        requireNonNull(ts, "ts");
    }
}
