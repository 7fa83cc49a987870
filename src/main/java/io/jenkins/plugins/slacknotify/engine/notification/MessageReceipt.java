package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;

/**
 * The place of a message that has arrived.
 *
 * @param channel the id of the Slack channel
 * @param ts Slack's name for the message in its channel
 * @param permalink its address for people; null where nobody asked for it or Slack did not tell
 */
public record MessageReceipt(
        String channel, String ts, @CheckForNull String permalink) implements Receipt {
    public MessageReceipt {
        requireNonNull(channel, "channel");
        requireNonNull(ts, "ts");
    }

    public MessageLocation location() {
        return new MessageLocation(channel, ts);
    }
}
