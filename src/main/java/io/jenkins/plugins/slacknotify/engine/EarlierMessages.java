package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The moment from which on the messages are remembered that earlier processes have sent. A build that has begun before this
 * process has a message of an earlier one, perhaps, so what happens to it waits for that moment: it would be told in a second
 * message otherwise. That is shortly after a start, and never for long.
 *
 * <p>Safe for use by many threads.
 */
final class EarlierMessages {
    /** The longest time from the start for which anybody waits. An outbox of 100,000 messages is read in half of that. */
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private record Beginning(Instant time, long deadline) {}

    /** When this process began to read the messages of earlier processes; null before. */
    @CheckForNull
    private volatile Beginning begun;

    void begin(Instant now) {
        begun = new Beginning(now, System.nanoTime() + MAX_NANOS);
    }

    void complete() {
        ready.complete(null);
    }

    CompletionStage<Void> ready() {
        return ready.minimalCompletionStage();
    }

    /** Waits for a moment, where a build may have a message that is not remembered yet. An interrupt ends that, and stays set. */
    void await(BuildKey build) {
        Beginning since = begun;
        if (ready.isDone() || since == null || !build.startedAt().isBefore(since.time())) {
            return;
        }
        try {
            ready.get(Math.max(0, since.deadline() - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unknown) {
            // The build is told as if nothing had been.
        }
    }
}
