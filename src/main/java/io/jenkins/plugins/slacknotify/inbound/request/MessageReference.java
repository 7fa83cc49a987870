package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A message that a request is about or came as. Its channel is {@code RequestOrigin.channelId()}.
 *
 * @param ts Slack's timestamp of the message, its identity within the channel
 * @param threadTs the first message of its thread; null where it stands in none
 */
public record MessageReference(String ts, @CheckForNull String threadTs) {
    public MessageReference {
        requireNonNull(ts, "ts");
    }

    /** Returns where an answer in the thread goes: the first message of the thread, be it this one. */
    public String thread() {
        return threadTs == null ? ts : threadTs;
    }
}
