package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * A message that a request is about or came as. Its channel is {@code RequestOrigin.channelId()}.
 *
 * @param ts Slack's timestamp of the message, its identity within the channel
 * @param threadTs the first message of its thread; null where it stands in none
 * @param broadcast whether it stands in the channel, too, though it is a reply
 */
public record MessageReference(String ts, @CheckForNull String threadTs, boolean broadcast) {
    public MessageReference {
        requireNonNull(ts, "ts");
    }

    /** Makes a message that stands in its thread alone, or in none. */
    public MessageReference(String ts, @CheckForNull String threadTs) {
        this(ts, threadTs, false);
    }

    /** Returns the thread in which alone the message can be seen; empty where it stands in the channel. */
    public Optional<String> onlyThread() {
        return Optional.ofNullable(threadTs).filter(thread -> !broadcast && !thread.equals(ts));
    }

    /** Returns where an answer in the thread goes: the first message of the thread, be it this one. */
    public String thread() {
        return threadTs == null ? ts : threadTs;
    }
}
