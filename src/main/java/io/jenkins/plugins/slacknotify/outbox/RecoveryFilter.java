package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A filter that tells the deliveries of this process from those that an earlier one left, until the store has been
 * read. Safe for use by many threads.
 */
final class RecoveryFilter {
    /** The position of a delivery that is in memory only: whatever the store has under its id is older. */
    private static final long NOT_STORED = -1;

    private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();

    /** @param finishedAt null while it is not finished */
    private record Accepted(long position, @CheckForNull Instant finishedAt) {
        boolean hasFinishedBefore(Instant moment) {
            return finishedAt != null && finishedAt.isBefore(moment);
        }
    }

    private volatile boolean done;

    /** Adds a delivery. Call this before the store has it. */
    void add(Delivery delivery) {
        if (!done) {
            accepted.putIfAbsent(delivery.entry().id(), new Accepted(delivery.position(), null));
        }
    }

    /** Removes a delivery that the store did not take and that is given up. */
    void remove(Delivery delivery) {
        accepted.computeIfPresent(
                delivery.entry().id(), (id, known) -> known.position() == delivery.position() ? null : known);
    }

    /** Adds a delivery that the store did not take. Call this before it is written to the store after all. */
    void addUnstored(Delivery delivery) {
        if (!done) {
            accepted.put(delivery.entry().id(), new Accepted(NOT_STORED, null));
        }
    }

    void markFinished(Delivery delivery) {
        accepted.computeIfPresent(
                delivery.entry().id(), (id, before) -> new Accepted(before.position(), delivery.changedAt()));
    }

    /**
     * Forgets what finished before a moment, so that the filter does not grow while the store cannot be read. Call this
     * only for a moment before the start of every reading that is under way, because such a reading may show an older
     * state.
     */
    void forgetFinished(Instant before) {
        accepted.values().removeIf(known -> known.hasFinishedBefore(before));
    }

    /** Returns those of an earlier process. Call this once: the filter forgets everything then. */
    List<Delivery> fromEarlierProcess(List<Delivery> stored) {
        List<Delivery> left =
                stored.stream().filter(delivery -> !isNew(delivery)).toList();
        done = true;
        accepted.clear();
        return left;
    }

    private boolean isNew(Delivery stored) {
        Accepted known = accepted.get(stored.entry().id());
        return known != null && (known.position() == NOT_STORED || known.position() == stored.position());
    }
}
