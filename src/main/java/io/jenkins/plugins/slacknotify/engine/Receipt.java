package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;

/**
 * Where a message has arrived.
 *
 * @param channel the conversation's id
 * @param ts Slack's name for the message in its conversation
 * @param permalink its address for people; null where nobody asked for it or Slack did not tell
 */
public record Receipt(
        String channel, String ts, @CheckForNull String permalink) {
    MessageLocation location() {
        return new MessageLocation(channel, ts);
    }
}
