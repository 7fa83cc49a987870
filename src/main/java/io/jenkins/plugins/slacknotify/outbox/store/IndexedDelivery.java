package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.journal.LinePosition;
import java.time.Instant;

/**
 * What the index knows of a delivery without reading it from disk.
 *
 * @param position where its last line stands
 * @param finishedAt null where it is not finished, or that is not known
 * @param foreign whether a newer version of the plugin has written it, so that it can be kept but not read
 */
record IndexedDelivery(LinePosition position, @CheckForNull Instant finishedAt, boolean foreign) {
    boolean hasFinishedBefore(Instant moment) {
        return finishedAt != null && finishedAt.isBefore(moment);
    }
}
