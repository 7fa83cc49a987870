package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.engine.notification.UploadReceipt;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.slack.OutgoingFile;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings files to Slack, unseen, and puts into the outbox that their messages are to show them.
 *
 * <p>Uploading can be done again without anybody seeing it, and so can showing: a message shows a file or it does not. So no
 * answer that is lost needs to be looked for. Uploads have a lane of their own, for a message must not wait for a file.
 */
public final class FileUploadSender {
    private final SlackGateway gateway;
    private final FileSpool spool;
    private final Function<String, Optional<Delivery>> deliveries;
    private final Consumer<PlannedNotification> outbox;
    private final InstantSource clock;

    /** @param outbox takes over what shows a file; does nothing where it knows the id */
    public FileUploadSender(
            SlackGateway gateway,
            FileSpool spool,
            Function<String, Optional<Delivery>> deliveries,
            Consumer<PlannedNotification> outbox,
            InstantSource clock) {
        this.gateway = gateway;
        this.spool = spool;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Keeps the file of an announcement for all that it comes to. What is known was handed over before, and has had its file
     * then.
     */
    public void keep(Announcement announcement, List<PlannedNotification> drafts) throws CannotAnnounceException {
        SpooledFile file = announcement.file();
        if (file == null) {
            return;
        }
        try {
            for (PlannedNotification draft : drafts) {
                if (draft.notification().file() != null
                        && deliveries.apply(draft.id()).isEmpty()) {
                    spool.keep(file.content(), draft.id());
                }
            }
        } catch (IOException e) {
            throw new CannotAnnounceException("The file cannot be kept until it is uploaded: " + e.getMessage());
        }
    }

    SendResult upload(Delivery delivery, Notification upload, SlackConnection connection) {
        Optional<Delivery> message = deliveries.apply(upload.messageWithFile());
        if (message.isEmpty() || isLost(message.get())) {
            return new SendResult.Refused("The message that was to show it was not delivered");
        }
        Optional<String> earlier = deliveries
                .apply(DeliveryIds.ofShownFile(upload.messageWithFile()))
                .flatMap(Notification::read)
                .map(shown -> shown.shownFile().slackId());
        return earlier.map(slackId -> uploaded(upload, slackId)).orElseGet(() -> send(delivery, upload, connection));
    }

    private static boolean isLost(Delivery message) {
        return message.state().isFinished() && !message.state().hasArrived();
    }

    private SendResult send(Delivery delivery, Notification upload, SlackConnection connection) {
        Path content = spool.fileOf(delivery.entry().id());
        if (!Files.isRegularFile(content)) {
            return new SendResult.Refused("The copy of the file that Jenkins kept is gone");
        }
        SharedFile file = upload.shownFile();
        SlackResult<String> answer = gateway.upload(
                connection,
                new OutgoingFile(
                        file.name(), file.title(), content, content.toFile().length()));
        // Nobody has seen anything yet, so that it is a question like any other.
        return answer instanceof SlackResult.Success<String> success
                ? uploaded(upload, success.value())
                : new FailureMapper(clock).fromQuery(answer);
    }

    private SendResult uploaded(Notification upload, String slackId) {
        String id = DeliveryIds.ofShownFile(upload.messageWithFile());
        outbox.accept(new PlannedNotification(id, upload.showing(slackId), false));
        return new SendResult.Sent(JsonCodec.write(new UploadReceipt(slackId, id)), null);
    }

    /** Keeps the file of a message to several people for one of them, too. */
    void keepFor(Delivery everybody, PlannedNotification upload) {
        try {
            spool.keep(spool.fileOf(everybody.entry().id()), upload.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the copy of a file that is needed no more. */
    public void changed(Delivery delivery) {
        if (delivery.state().isFinished()) {
            spool.remove(delivery.entry().id());
        }
    }
}
