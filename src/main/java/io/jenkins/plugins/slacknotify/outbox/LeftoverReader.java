package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedLog;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;

/**
 * Reads the unfinished entries of a store: those of earlier processes at the start, and all of them again where some could not be read, or
 * may not be scheduled. It repeats that until it succeeds. One thread reads at a time.
 *
 * <p>Safe for use by many threads.
 */
final class LeftoverReader {
    private static final GuardedLog LOGGER = GuardedLog.of(LeftoverReader.class);

    private final ResilientStore store;
    private final OutboxStore disk;
    private final Consumer<List<DeliveryHead>> schedule;
    private final Runnable afterFirst;
    private final Backoff backoff;
    private final InstantSource clock;
    private final OutboxThreads threads;

    /** Held by the thread that reads. */
    private final ReentrantLock reading = new ReentrantLock();

    private boolean begun;

    /** Whether all unfinished entries of earlier processes are scheduled. */
    private volatile boolean readAll;

    /** Since when the entries of earlier processes cannot be read; null if they were read, or nobody has tried. */
    @CheckForNull
    private volatile Instant unreadSince;

    /** Since when the condition of the store needs a person; null if it does not, or the store was not read. */
    @CheckForNull
    private volatile Instant conditionSince;

    /** When the store is to be read again, in nanoseconds of uptime; null if it need not be. */
    @CheckForNull
    private volatile Long nextAt;

    /** Whether the store may have an unfinished entry that is not scheduled, and no timer is set to read it. */
    private volatile boolean mustRead;

    /**
     * @param schedule gets all unfinished entries of the store each time that they were read, in order of acceptance
     * @param afterFirst done once, after the first attempt to read, even if that has failed
     */
    LeftoverReader(
            OutboxBuilder options,
            ResilientStore store,
            OutboxThreads threads,
            Consumer<List<DeliveryHead>> schedule,
            Runnable afterFirst) {
        this.store = store;
        this.threads = threads;
        this.schedule = schedule;
        this.afterFirst = afterFirst;
        disk = options.store;
        backoff = options.backoff;
        clock = options.clock;
    }

    /** Reads for the first time, unless that has been done, and returns when it is. */
    void readFirst() {
        reading.lock();
        try {
            if (!begun) {
                try {
                    read();
                } finally {
                    begun = true;
                    afterFirst.run();
                }
            }
        } finally {
            reading.unlock();
        }
    }

    /** Reads the unfinished entries now. */
    void read() {
        read(1);
    }

    /** Has the unfinished entries read by the next sweep, because one of them may not be scheduled. */
    void require() {
        mustRead = true;
    }

    /** Reads for the first time where no thread could be had for that. Call this now and then. */
    void sweepFirst() {
        unlessSomebodyReads(this::readFirst);
    }

    /** Reads again what has to be read and for which no timer is set, or for which the timer has got lost. Call this now and then. */
    void sweep() {
        unlessSomebodyReads(this::readWhatIsOverdue);
    }

    /** Returns whether all unfinished entries are scheduled: all could be read, and none is of a newer version of the plugin. */
    boolean hasReadAll() {
        return readAll;
    }

    /** Returns since when entries of earlier processes cannot be read; empty if there are none of them, or nobody has tried. */
    Optional<Instant> unreadSince() {
        return Optional.ofNullable(unreadSince);
    }

    /** Returns since when the {@linkplain OutboxStore#condition condition} of the store needs a person; empty if it does not. */
    Optional<Instant> conditionSince() {
        return Optional.ofNullable(conditionSince);
    }

    private void read(int attempt) {
        reading.lock();
        boolean isDone = false;
        try {
            mustRead = false;
            readOrPlan(attempt);
            isDone = true;
        } finally {
            if (!isDone) {
                // Another attempt to read could not be planned either.
                mustRead = true;
            }
            reading.unlock();
        }
    }

    private void readOrPlan(int attempt) {
        try {
            schedule.accept(store.heads());
            StoreCondition condition = disk.condition();
            conditionSince = condition.equals(StoreCondition.GOOD) ? null : firstOf(conditionSince);
            readAll = condition.unreadFiles() == 0 && condition.foreign() == 0;
            if (condition.unreadFiles() > 0) {
                planAfter(attempt);
            } else {
                unreadSince = null;
                nextAt = null;
            }
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.log(
                    attempt == 1 ? Level.SEVERE : Level.FINE,
                    "Could not read the notifications that were left to send; it will be tried again",
                    e);
            planAfter(attempt);
        }
    }

    private Instant firstOf(@CheckForNull Instant before) {
        return before == null ? clock.instant() : before;
    }

    private void planAfter(int attempt) {
        unreadSince = firstOf(unreadSince);
        Duration wait = backoff.after(attempt);
        nextAt = threads.uptime().plus(wait).toNanos();
        threads.later(wait, () -> read(attempt + 1));
    }

    /** Runs a part that reads, unless another thread is reading: while the disk hangs, waiting sweeps would take all threads. */
    private void unlessSomebodyReads(Runnable part) {
        if (reading.tryLock()) {
            try {
                part.run();
            } finally {
                reading.unlock();
            }
        }
    }

    private void readWhatIsOverdue() {
        Long due = nextAt;
        boolean isOverdue = due != null
                && due + Outbox.SWEEP_INTERVAL.toNanos() / 2 < threads.uptime().toNanos();
        if (isOverdue || mustRead) {
            read(2);
        }
    }
}
