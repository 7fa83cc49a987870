package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An emoji below an earlier message.
 *
 * @param emoji between colons, as {@link EmojiName#normalize} returns it
 * @param messageId the delivery of the earlier message
 */
public record Reaction(Envelope envelope, String emoji, String messageId) implements Notification {
    public Reaction {
        requireNonNull(envelope, "envelope");
        requireNonNull(emoji, "emoji");
        requireNonNull(messageId, "messageId");
    }

    @Override
    public Optional<String> earlierDelivery() {
        return Optional.of(messageId);
    }

    @Override
    public String text() {
        return emoji;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
