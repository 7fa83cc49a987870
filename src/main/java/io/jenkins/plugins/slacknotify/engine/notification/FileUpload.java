package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import java.util.Optional;

/**
 * The upload of a file to Slack. Nobody sees the file before a {@link FileShow} shows it.
 *
 * @param messageId the delivery of the message that is to show the file
 */
public record FileUpload(Envelope envelope, SharedFile file, String messageId) implements Notification {
    public FileUpload {
        requireNonNull(envelope, "envelope");
        requireNonNull(file, "file");
        requireNonNull(messageId, "messageId");
    }

    /** The notification that shows the file, once Slack has it. */
    public FileShow show(String slackId) {
        return new FileShow(envelope, file, slackId, messageId);
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
    public String publicLabel(PeoplePolicy policy) {
        return Notification.super.publicLabel(policy) + " (" + file.name() + ")";
    }

    @Override
    public boolean isReplyable() {
        return false;
    }

    @Override
    public boolean needsFile() {
        return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
