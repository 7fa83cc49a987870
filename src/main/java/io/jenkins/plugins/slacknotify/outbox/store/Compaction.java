package io.jenkins.plugins.slacknotify.outbox.store;

import io.jenkins.plugins.slacknotify.outbox.journal.GroupCommit;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;

/**
 * Makes room on disk: appends again what is of use in the oldest segment, which can be deleted then. One segment at a
 * time, and never while a build waits. Where that fails, it is tried again after a while that grows.
 *
 * <p>Safe for use by many threads.
 */
final class Compaction {
    private static final GuardedLog LOGGER = GuardedLog.of(Compaction.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** How often the pause after a failure is doubled at most. The first pause of a minute grows to about an hour. */
    private static final int MAX_DOUBLINGS = 6;

    private final GroupCommit<JournalLine> commit;
    private final InstantSource clock;
    private final AtomicBoolean running = new AtomicBoolean();

    // Guarded by running.
    private int failures;
    private Instant lastFailure = Instant.MIN;

    Compaction(GroupCommit<JournalLine> commit, InstantSource clock) {
        this.commit = commit;
        this.clock = clock;
    }

    /** Empties the oldest segment if much of it is of no use and no earlier failure is too recent. */
    void runIfDue(OpenOutbox store) {
        if (!store.isWasteful() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            if (isDue()) {
                run(store);
            }
        } finally {
            running.set(false);
        }
    }

    private boolean isDue() {
        Duration pause = FIRST_PAUSE
                .multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS))
                .dividedBy(2);
        Instant now = clock.instant();
        // A clock that was set back must not make it wait for longer.
        return failures == 0 || now.isBefore(lastFailure) || !now.isBefore(lastFailure.plus(pause));
    }

    private void run(OpenOutbox store) {
        int oldest = store.journal().oldest();
        try {
            commit.exclusively(() -> store.journal().setAsideAgain(oldest));
            List<IndexedDelivery> inUse = store.index().all(it -> it.segment() == oldest);
            commit.write(store.lines().repeated(inUse, clock.instant()));
            boolean hasGone = store.journal().oldest() != oldest;
            failures = hasGone ? 0 : failures + 1;
        } catch (IOException | RuntimeException | Error e) {
            // Errors too, such as a lack of memory: what was written before is written.
            failures++;
            LOGGER.log(
                    failures == 1 ? Level.WARNING : Level.FINE,
                    "Could not make room on disk; more of it is used than needed. It is tried again",
                    e);
        }
        lastFailure = failures == 0 ? Instant.MIN : clock.instant();
    }
}
