package io.jenkins.plugins.slacknotify.slack.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A message that stands in Slack.
 *
 * @param threadTs the timestamp of the first message of the thread in which it stands; null where it stands in the
 *     channel. Slack puts a reply to a message that was deleted into the channel, and says so nowhere else
 * @param isOfSeveral whether it bears the ids of several deliveries
 */
public record PostedMessage(
        MessageLocation location, @CheckForNull String threadTs, boolean isOfSeveral) {

    /** Makes a message that is about one delivery. */
    public PostedMessage(MessageLocation location, @CheckForNull String threadTs) {
        this(location, threadTs, false);
    }

    /** Returns whether the message stands in the thread of another message. */
    public boolean isReply() {
        return threadTs != null && !threadTs.equals(location.ts());
    }
}
