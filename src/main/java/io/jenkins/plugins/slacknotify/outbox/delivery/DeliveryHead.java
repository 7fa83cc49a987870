package io.jenkins.plugins.slacknotify.outbox.delivery;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

/**
 * The part of an unfinished delivery that the outbox keeps in memory: all but the payload and the receipt, which are on disk and are much
 * larger.
 *
 * @param id the entry's {@linkplain Entry#id() id}
 * @param order the entry's {@linkplain Entry#order() order}
 * @param acceptedAt when the entry was handed over
 * @param position the entry's {@linkplain Delivery#position() position} in the order of acceptance
 * @param progress how far the delivery has come
 */
public record DeliveryHead(String id, SendOrder order, Instant acceptedAt, long position, Progress progress) {
    /**
     * The progress of a delivery; see {@link Delivery} for each of the components.
     *
     * @param changedAt when {@code state} was reached
     */
    public record Progress(
            Delivery.State state,
            int attempts,
            @CheckForNull Note reason,
            @CheckForNull String carrier,
            Instant changedAt) {}

    /** Returns this head with another reason why the delivery waits. */
    public DeliveryHead because(Note reason) {
        return new DeliveryHead(
                id,
                order,
                acceptedAt,
                position,
                new Progress(progress.state(), progress.attempts(), reason, progress.carrier(), progress.changedAt()));
    }

    /** Returns how far the delivery has come. */
    public Delivery.State state() {
        return progress.state();
    }

    /** Returns how often the courier was asked to send the entry. */
    public int attempts() {
        return progress.attempts();
    }

    /** Returns why the delivery waits; null where there is nothing to say. */
    @CheckForNull
    public Note reason() {
        return progress.reason();
    }

    /** Returns why the delivery waits, in words for administrators; null where there is nothing to say. */
    @CheckForNull
    public String note() {
        Note reason = progress.reason();
        return reason == null ? null : reason.text();
    }
}
