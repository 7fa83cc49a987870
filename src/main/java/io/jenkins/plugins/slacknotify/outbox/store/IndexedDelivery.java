package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.journal.LinePosition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The entry of the index for a delivery, known without reading the delivery from disk. It is small, because there is one for each of
 * hundreds of thousands. What it knows counts, also where the line says something else because the disk does not take another one.
 *
 * @param id the one string of it that is kept
 * @param segment with {@code offset} and {@code length} where its last line stands
 * @param state null where a newer version of the plugin has written it, so that it can be kept but not read
 * @param changedAt in microseconds since 1970
 * @param kind what to do with it
 */
record IndexedDelivery(
        String id,
        int segment,
        int offset,
        int length,
        @CheckForNull Delivery.State state,
        long changedAt,
        Kind kind) {

    private static final String DOUBT = "It may have been sent before, so it is looked for in Slack before it is sent";

    /** What is kept of a delivery, and who wrote it. This is independent of the state of the delivery. */
    enum Kind {
        /** Kept with all that is sent; or lost, so that people see the note about it. */
        WHOLE,
        /** Finished, and kept without what was sent. */
        ABRIDGED,
        /** Left by another home that this one was copied from; not sent before somebody has decided. */
        COPIED,
        /** Written by a newer version of the plugin, and not known to be finished. */
        FOREIGN,
        /** Written by a newer version of the plugin, and finished. */
        FOREIGN_FINISHED
    }

    IndexedDelivery(LinePosition position, String id, @CheckForNull Delivery.State state, long changedAt, Kind kind) {
        this(id, position.segment(), position.offset(), position.length(), state, changedAt, kind);
    }

    /** Returns this delivery with another state and kind than its line says. */
    IndexedDelivery as(Delivery.State newState, Kind newKind) {
        return new IndexedDelivery(id, segment, offset, length, newState, changedAt, newKind);
    }

    /** Returns whether the line says what the index knows. */
    boolean saysTheSameAs(StoredDelivery line) {
        return line.deliveryState() == state;
    }

    /** Returns the line as it would be if the disk had taken the latest one. */
    StoredDelivery correct(StoredDelivery line) {
        return saysTheSameAs(line) ? line : line.doubted(DOUBT, null);
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    LinePosition position() {
        return new LinePosition(segment, offset, length);
    }

    Instant changeTime() {
        return Instant.EPOCH.plus(changedAt, ChronoUnit.MICROS);
    }

    boolean isForeign() {
        return state == null;
    }

    boolean isFinished() {
        return state != null && state.isFinished();
    }

    boolean isUnfinished() {
        return state != null && !state.isFinished();
    }

    boolean isCopied() {
        return kind == Kind.COPIED;
    }

    /** Returns whether the delivery would be sent without being looked for in Slack first. */
    boolean isTakenForNew() {
        return state != null && !state.isFinished() && !state.mayHaveArrived();
    }

    boolean hasFinishedBefore(Instant moment) {
        return isFinished() && changedAt < micros(moment);
    }
}
