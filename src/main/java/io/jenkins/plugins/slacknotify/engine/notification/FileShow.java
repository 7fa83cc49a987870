package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The change of an earlier message by which it shows an uploaded file.
 *
 * @param slackId the id of the file in Slack
 * @param messageId the delivery of the earlier message
 */
public record FileShow(Envelope envelope, SharedFile file, String slackId, String messageId) implements Notification {
    public FileShow {
        requireNonNull(envelope, "envelope");
        requireNonNull(file, "file");
        requireNonNull(slackId, "slackId");
        requireNonNull(messageId, "messageId");
    }

    @Override
    public Optional<String> earlierDelivery() {
        return Optional.of(messageId);
    }

    @Override
    public String text() {
        return file.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
