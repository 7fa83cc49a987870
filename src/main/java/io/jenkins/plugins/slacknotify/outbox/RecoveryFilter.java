package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells what this process has accepted from what an earlier one left, for as long as the latter has not been read. Safe for
 * use by many threads.
 */
final class RecoveryFilter {
    /** Of one that is in memory only, so that whatever the store has under its id is older. */
    private static final long NOT_STORED = -1;

    private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();

    /** @param finishedAt null before */
    private record Accepted(long position, @CheckForNull Instant finishedAt) {
        boolean hasFinishedBefore(Instant moment) {
            return finishedAt != null && finishedAt.isBefore(moment);
        }
    }

    private volatile boolean done;

    /** To be called before the delivery is in the store. */
    void add(Delivery delivery) {
        if (!done) {
            accepted.putIfAbsent(delivery.entry().id(), new Accepted(delivery.position(), null));
        }
    }

    /** To be called before the delivery is written to the store after all. */
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
     * Forgets what finished before a moment, so that it does not grow while the store cannot be read. To be called for moments
     * only for which no reading of the store is under way any more, which might tell an older state.
     */
    void forgetFinished(Instant before) {
        accepted.values().removeIf(newcomer -> newcomer.hasFinishedBefore(before));
    }

    /** Those of an earlier process; nobody will ask again. */
    List<Delivery> fromEarlierProcess(List<Delivery> stored) {
        List<Delivery> left =
                stored.stream().filter(delivery -> !isNew(delivery)).toList();
        done = true;
        accepted.clear();
        return left;
    }

    private boolean isNew(Delivery stored) {
        Accepted newcomer = accepted.get(stored.entry().id());
        return newcomer != null && (newcomer.position() == NOT_STORED || newcomer.position() == stored.position());
    }
}
