package io.jenkins.plugins.slacknotify.engine.notification;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import java.util.Optional;

/**
 * Where a message has arrived.
 *
 * @param channel the conversation's id
 * @param ts Slack's name for the message in its conversation
 * @param permalink its address for people; null where nobody asked for it or Slack did not tell
 */
public record MessageReceipt(
        String channel, String ts, @CheckForNull String permalink) {
    /** Of a message that was sent; empty for any other delivery. */
    public static Optional<MessageReceipt> read(Delivery delivery) {
        return Optional.ofNullable(delivery.receipt())
                .map(json -> JsonCodec.read(json, MessageReceipt.class))
                .filter(receipt -> receipt.channel() != null);
    }

    public MessageLocation location() {
        return new MessageLocation(channel, ts);
    }
}
