package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.journal.LinePosition;
import java.time.Instant;

/**
 * A line to append to the journal.
 *
 * @param json what is written
 * @param finishedAt null where it says that a delivery is not finished
 * @param expected the line is written only while the index holds just this of the delivery; null where it is written
 *     anyway
 */
record JournalLine(
        Purpose purpose,
        String id,
        String json,
        @CheckForNull Instant finishedAt,
        @CheckForNull IndexedDelivery expected) {

    /** The purpose of a line, in the order in which the lines of one batch have to be written. */
    enum Purpose {
        REPEAT,
        FORGET,
        KEEP
    }

    /** Returns what the index knows of the delivery once the line stands at a position. */
    IndexedDelivery indexed(LinePosition position) {
        return new IndexedDelivery(position, finishedAt, expected != null && expected.foreign());
    }
}
