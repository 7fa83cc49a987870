package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.receipt.PeopleReceipt;
import io.jenkins.plugins.slacknotify.engine.receipt.Receipt;
import io.jenkins.plugins.slacknotify.engine.receipt.UploadReceipt;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.util.Optional;

/** Writes receipts for the outbox and reads them, those of all earlier versions included. */
public final class ReceiptCodec {
    private ReceiptCodec() {}

    public static String write(Receipt receipt) {
        return JsonCodec.write(StoredReceipt.of(receipt));
    }

    /** The place of the message of a delivery; empty where it has not arrived or is no message. */
    public static Optional<MessageReceipt> message(Delivery delivery) {
        return read(delivery.receipt(), MessageReceipt.class);
    }

    /** The place of a message that has just arrived. */
    public static Optional<MessageReceipt> message(SendResult.Sent sent) {
        return read(sent.receipt(), MessageReceipt.class);
    }

    /** The result of a search for people; empty for any other delivery. */
    public static Optional<PeopleReceipt> people(Delivery delivery) {
        return read(delivery.receipt(), PeopleReceipt.class);
    }

    /** The result of an upload; empty for any other delivery. */
    public static Optional<UploadReceipt> upload(Delivery delivery) {
        return read(delivery.receipt(), UploadReceipt.class);
    }

    private static <R extends Receipt> Optional<R> read(@CheckForNull String receipt, Class<R> kind) {
        return Optional.ofNullable(receipt)
                .flatMap(ReceiptCodec::read)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Empty where this version of the plugin cannot read it. */
    private static Optional<Receipt> read(String json) {
        try {
            return Optional.of(JsonCodec.read(json, StoredReceipt.class).toReceipt());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
