package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Entry;
import io.jenkins.plugins.slacknotify.outbox.SendOrder;
import java.time.Instant;

/**
 * The format of a delivery on disk, or of the fact that one was forgotten. The names of the fields are the format: a
 * field may be added, none may change its meaning without a new {@link #VERSION}.
 *
 * @param v the version of the format
 * @param lane null, as most else, where a delivery was forgotten
 * @param conversation the {@linkplain Entry#sequence() sequence}; null in the first versions, where it was the lane
 * @param share the {@linkplain SendOrder#share() share}; null where it is the sequence, as in earlier versions
 * @param acceptedAt ISO 8601, as are all times
 */
record StoredDelivery(
        int v,
        String id,
        @CheckForNull String lane,
        @CheckForNull String conversation,
        @CheckForNull String share,
        int urgency,
        boolean foldable,
        long position,
        String state,
        int attempts,
        @CheckForNull String acceptedAt,
        @CheckForNull String changedAt,
        @CheckForNull String note,
        @CheckForNull String receipt,
        @CheckForNull String carrier,
        @CheckForNull String payload) {

    static final int VERSION = 1;

    /** The part that every version of the format has. */
    record Header(int v, String id) {
        boolean isOfNewerVersion() {
            return v > VERSION && id != null;
        }
    }

    private static final String FORGOTTEN = "FORGOTTEN";

    static StoredDelivery of(Delivery delivery) {
        Entry entry = delivery.entry();
        return new StoredDelivery(
                VERSION,
                entry.id(),
                entry.lane(),
                entry.sequence(),
                entry.order().share().equals(entry.sequence())
                        ? null
                        : entry.order().share(),
                entry.urgency(),
                entry.foldable(),
                delivery.position(),
                delivery.state().name(),
                delivery.attempts(),
                entry.acceptedAt().toString(),
                delivery.changedAt().toString(),
                delivery.note(),
                delivery.receipt(),
                delivery.carrier(),
                entry.payload());
    }

    /** Returns the line that says that a delivery is forgotten, and nothing else. */
    static StoredDelivery forgotten(String id) {
        return new StoredDelivery(
                VERSION, id, null, null, null, 0, false, 0, FORGOTTEN, 0, null, null, null, null, null, null);
    }

    /**
     * Returns whether the line says that a delivery is forgotten.
     *
     * @throws IllegalArgumentException where a newer version of this plugin has written it
     */
    boolean isForgotten() {
        requireKnownVersion();
        return FORGOTTEN.equals(state);
    }

    /**
     * Returns the delivery.
     *
     * @throws IllegalArgumentException where a newer version of this plugin has written it
     */
    Delivery toDelivery() {
        requireKnownVersion();
        String sequence = conversation == null ? lane : conversation;
        SendOrder order = new SendOrder(lane, sequence, share == null ? sequence : share, urgency, foldable);
        Entry entry = new Entry(id, order, Instant.parse(acceptedAt), payload);
        return new Delivery(
                entry,
                position,
                Delivery.State.valueOf(state),
                attempts,
                note,
                receipt,
                carrier,
                Instant.parse(changedAt));
    }

    private void requireKnownVersion() {
        if (v != VERSION) {
            throw new IllegalArgumentException(
                    "Format " + v + " is not known; this version of the plugin reads " + VERSION);
        }
    }
}
