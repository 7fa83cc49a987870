package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.FileShow;
import io.jenkins.plugins.slacknotify.engine.notification.FileUpload;
import io.jenkins.plugins.slacknotify.engine.notification.FollowUps;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.engine.receipt.UploadReceipt;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Carries out {@link FileUpload}s: brings files to Slack, unseen, and plans that their messages show them.
 *
 * <p>Nobody sees an upload, so it can be repeated, and no lost answer needs to be looked for. Uploads have a lane of their own,
 * because a message must not wait for a file.
 */
record FileUploadSender(
        SlackConnector connector,
        SlackGateway gateway,
        FileSpool spool,
        DeliveryLookup deliveries,
        FollowUps followUps,
        ResultMapper results) {
    private static final Logger LOGGER = Logger.getLogger(FileUploadSender.class.getName());

    SendResult send(Delivery delivery, FileUpload upload, EngineSettings settings) throws TokenUnavailableException {
        SlackConnection connection = connector.connect(upload, settings);
        Optional<Delivery> message = deliveries.find(upload.messageId());
        if (message.isEmpty() || isLost(message.get())) {
            return new SendResult.Refused(Note.forEverybody("The message that was to show it was not delivered"));
        }
        Optional<String> earlier = deliveries
                .find(DeliveryIds.ofShownFile(upload.messageId()))
                .flatMap(show -> NotificationCodec.read(show, FileShow.class))
                .map(FileShow::slackId);
        return earlier.map(slackId -> uploaded(delivery, upload, slackId))
                .orElseGet(() -> send(delivery, upload, connection));
    }

    private static boolean isLost(Delivery message) {
        return message.state().isFinished() && !message.state().hasArrived();
    }

    private SendResult send(Delivery delivery, FileUpload upload, SlackConnection connection) {
        Path content = spool.fileOf(delivery.entry().id());
        if (!Files.isRegularFile(content)) {
            return new SendResult.Refused(Note.forEverybody("The copy of the file that Jenkins kept is gone"));
        }
        SharedFile file = upload.file();
        SlackResult<String> result = gateway.upload(
                connection,
                new OutgoingFile(
                        file.name(), file.title(), content, content.toFile().length()));
        return result instanceof SlackResult.Success<String> success
                ? uploaded(delivery, upload, success.value())
                : results.fromOwnLane(result);
    }

    private SendResult uploaded(Delivery delivery, FileUpload upload, String slackId) {
        String id = DeliveryIds.ofShownFile(upload.messageId());
        keepFile(delivery, id);
        followUps.add(new PlannedNotification(id, upload.show(slackId), false));
        return new SendResult.Sent(ReceiptCodec.write(new UploadReceipt(slackId, id)), null);
    }

    /** Keeps the file for the delivery that shows it, which has to upload it once more where Slack does not show it. */
    private void keepFile(Delivery upload, String showId) {
        if (deliveries.find(showId).filter(it -> it.state().isFinished()).isPresent()) {
            return;
        }
        try {
            spool.keep(spool.fileOf(upload.entry().id()), showId);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not keep a file until Slack shows it", e);
        }
    }
}
