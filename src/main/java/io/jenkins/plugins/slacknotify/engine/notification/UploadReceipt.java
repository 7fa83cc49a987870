package io.jenkins.plugins.slacknotify.engine.notification;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import java.util.Optional;

/**
 * That a file has been uploaded. Nobody sees it before another delivery shows it.
 *
 * @param slackFile what Slack calls it
 * @param shownBy the delivery that shows it
 */
public record UploadReceipt(
        @CheckForNull String slackFile, @CheckForNull String shownBy) {
    public static Optional<UploadReceipt> read(Delivery delivery) {
        return Optional.ofNullable(delivery.receipt())
                .map(json -> JsonCodec.read(json, UploadReceipt.class))
                .filter(receipt -> receipt.slackFile != null && receipt.shownBy != null);
    }

    /** A file that is in Slack has not arrived before a message shows it: the delivery that does; empty for all but files. */
    public static Optional<String> shownBy(Delivery delivery) {
        return read(delivery).map(UploadReceipt::shownBy);
    }
}
