package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import java.util.Optional;

/**
 * That a file has been uploaded. Nobody sees it before another delivery shows it.
 *
 * @param slackFile what Slack calls it
 * @param shownBy the delivery that shows it
 */
record UploadReceipt(
        @CheckForNull String slackFile, @CheckForNull String shownBy) {
    static Optional<UploadReceipt> read(Delivery delivery) {
        return Optional.ofNullable(delivery.receipt())
                .map(json -> JsonCodec.read(json, UploadReceipt.class))
                .filter(receipt -> receipt.slackFile != null && receipt.shownBy != null);
    }
}
