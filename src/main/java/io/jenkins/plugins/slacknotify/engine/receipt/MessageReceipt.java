package io.jenkins.plugins.slacknotify.engine.receipt;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;

/**
 * The place of a message that has arrived.
 *
 * @param channel the id of the Slack channel
 * @param ts Slack's name for the message in its channel
 * @param permalink its address for people; null where nobody asked for it or Slack did not tell
 * @param threadTs the first message of the thread in which answers to it stand, which is the message itself where it is no
 *     answer; null where that is as the earlier message has it, and in what was written before there was this field
 * @param origin what a later message has to know of it; null where no author can refer to it, and in what was written before there was
 *     this field
 */
public record MessageReceipt(
        String channel,
        String ts,
        @CheckForNull String permalink,
        @CheckForNull String threadTs,
        @CheckForNull MessageOrigin origin)
        implements Receipt {
    public MessageReceipt {
        requireNonNull(channel, "channel");
        requireNonNull(ts, "ts");
    }

    /** Whether it stands in the channel, and in no thread; false where that is not known. */
    public boolean isInChannel() {
        return ts.equals(threadTs);
    }

    /** Returns this receipt for another delivery whose message is the same one in Slack. */
    public MessageReceipt withOrigin(@CheckForNull MessageOrigin newOrigin) {
        return new MessageReceipt(channel, ts, permalink, threadTs, newOrigin);
    }

    public MessageLocation location() {
        return new MessageLocation(channel, ts);
    }
}
