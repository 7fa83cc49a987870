package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.journal.LinePosition;
import java.time.Instant;

/**
 * A line to append to the journal.
 *
 * @param finishedAt null where it says that a delivery is not finished
 * @param expected written only as long as just this is known of the delivery; null where it is written anyway
 */
record JournalLine(
        Purpose purpose,
        String id,
        String json,
        @CheckForNull Instant finishedAt,
        @CheckForNull IndexedDelivery expected) {

    /** What a line does, in the order in which lines of one batch have to be written. */
    enum Purpose {
        REPEAT,
        FORGET,
        KEEP
    }

    /** What is known of the delivery once the line stands there. */
    IndexedDelivery indexed(LinePosition place) {
        return new IndexedDelivery(place, finishedAt, expected != null && expected.foreign());
    }
}
