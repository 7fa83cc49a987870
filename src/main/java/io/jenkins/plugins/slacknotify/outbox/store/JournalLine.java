package io.jenkins.plugins.slacknotify.outbox.store;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.journal.LinePosition;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A line to append to the journal.
 *
 * @param json what is written
 * @param result what the index is to know of the delivery, but for the position; null where it is to be forgotten
 * @param expected the line is written only while the index holds just this of the delivery; null where it is written
 *     anyway
 * @param added set when a new delivery has been added; null for a line of another purpose
 */
record JournalLine(
        Purpose purpose,
        String id,
        String json,
        @CheckForNull Result result,
        @CheckForNull IndexedDelivery expected,
        @CheckForNull AtomicBoolean added) {

    private static final String LOST = "What it was to say was damaged on disk, or removed. What is left of it is in"
            + " slack-notify/outbox/unreadable in JENKINS_HOME";

    /** The purpose of a line, in the order in which the lines of one batch have to be written. */
    enum Purpose {
        REPEAT,
        FORGET,
        KEEP,
        /** Keeps a delivery that is new. The line is not written where its id is known by then. */
        ADD
    }

    /**
     * The content of a line.
     *
     * @param state null where only a newer version can read it
     * @param changedAt as in {@link IndexedDelivery}
     */
    record Result(@CheckForNull Delivery.State state, long changedAt, IndexedDelivery.Kind kind) {
        /** Returns what a new line says. What it says of the time is not read back from its text, for which a build would wait. */
        static Result of(Delivery delivery) {
            IndexedDelivery.Kind kind = kindOf(delivery.isAbridged(), delivery.note());
            return new Result(delivery.state(), IndexedDelivery.micros(delivery.changedAt()), kind);
        }

        static Result of(StoredDelivery line) {
            return new Result(line.deliveryState(), IndexedDelivery.micros(line.changeTime()), kindOf(line));
        }

        private static IndexedDelivery.Kind kindOf(StoredDelivery line) {
            if (line.origin() != null) {
                return IndexedDelivery.Kind.COPIED;
            }
            return kindOf(line.isAbridged(), line.note());
        }

        /** Returns how much is kept of a delivery. One that was lost is kept with its note, so that people see it. */
        private static IndexedDelivery.Kind kindOf(boolean isAbridged, @CheckForNull String note) {
            return isAbridged && note == null ? IndexedDelivery.Kind.ABRIDGED : IndexedDelivery.Kind.WHOLE;
        }
    }

    private JournalLine(
            Purpose purpose,
            String id,
            String json,
            @CheckForNull Result result,
            @CheckForNull IndexedDelivery expected) {
        this(purpose, id, json, result, expected, null);
    }

    /** Returns the line that adds a delivery, unless another one of its id has been added until it is written. */
    static JournalLine adding(Delivery delivery) {
        JournalLine line = keeping(delivery);
        return new JournalLine(Purpose.ADD, line.id(), line.json(), line.result(), null, new AtomicBoolean());
    }

    /** Returns whether the delivery has been added by this line. */
    boolean hasAdded() {
        return added != null && added.get();
    }

    /** Notes that the line was written. */
    void written() {
        if (added != null) {
            added.set(true);
        }
    }

    /** Returns the line that keeps a state of a delivery. */
    static JournalLine keeping(Delivery delivery) {
        String json = StoredDelivery.of(delivery).toJson();
        return new JournalLine(Purpose.KEEP, delivery.entry().id(), json, Result.of(delivery), null);
    }

    /** Returns the line that has a delivery forgotten, unless it has changed until the line is written. */
    static JournalLine forgetting(IndexedDelivery delivery) {
        String json = StoredDelivery.forgotten(delivery.id()).toJson();
        return new JournalLine(Purpose.FORGET, delivery.id(), json, null, delivery);
    }

    /** Returns the line that says the same as the one that counts, unless the delivery has changed until it is written. */
    static JournalLine repeating(IndexedDelivery delivery, String json) {
        Result same = new Result(delivery.state(), delivery.changedAt(), delivery.kind());
        return new JournalLine(Purpose.REPEAT, delivery.id(), json, same, delivery);
    }

    /** Returns the line that takes the place of the one that counts, unless the delivery has changed until it is written. */
    static JournalLine replacing(IndexedDelivery delivery, StoredDelivery line) {
        return new JournalLine(Purpose.REPEAT, delivery.id(), line.toJson(), Result.of(line), delivery);
    }

    /** Returns the line that says what is left of a delivery whose own line was damaged. */
    static JournalLine remainsOf(IndexedDelivery delivery, Instant now) {
        Delivery.State state = delivery.state();
        StoredDelivery remains = state != null && state.isFinished()
                ? StoredDelivery.remains(delivery.id(), state, delivery.changeTime(), null)
                : StoredDelivery.remains(delivery.id(), Delivery.State.REFUSED, now, LOST);
        return replacing(delivery, remains);
    }

    /** Returns what the index knows of the delivery once the line stands at a position. */
    IndexedDelivery indexed(LinePosition position) {
        Result counts = requireNonNull(result, "a line of this purpose has a result");
        return new IndexedDelivery(position, id, counts.state(), counts.changedAt(), counts.kind());
    }
}
