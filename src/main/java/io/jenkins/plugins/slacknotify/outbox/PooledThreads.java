package io.jenkins.plugins.slacknotify.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Daemon threads whose names begin with {@code slack-notify-}: one timer, and a number of workers. An idle outbox has
 * none.
 */
public final class PooledThreads implements OutboxThreads {
    private static final int SENDERS = 24;
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    private final ThreadPoolExecutor workerPool;
    private final ScheduledThreadPoolExecutor timer;

    /** Makes up to {@value #SENDERS} workerPool. */
    public PooledThreads() {
        this("sender", "timer", SENDERS);
    }

    /**
     * Makes up to a number of workers.
     *
     * @param role for the names of the threads, after {@code slack-notify-}
     */
    public PooledThreads(String role, int workers) {
        this(role, role + "-timer", workers);
    }

    private PooledThreads(String workerRole, String timerRole, int workers) {
        workerPool = new ThreadPoolExecutor(
                workers,
                workers,
                IDLE_TIMEOUT.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                named(workerRole));
        workerPool.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(1, named(timerRole));
        timer.setKeepAliveTime(IDLE_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory named(String role) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "slack-notify-" + role + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void work(Runnable task) {
        try {
            workerPool.execute(task);
        } catch (RejectedExecutionException closed) {
            // Jenkins is stopping; what waits is in the store.
        }
    }

    @Override
    public void later(Duration wait, Runnable task) {
        try {
            timer.schedule(() -> work(task), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // As above.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workerPool.shutdown();
        if (!awaitTermination(workerPool)) {
            workerPool.shutdownNow();
            awaitTermination(workerPool);
        }
        awaitTermination(timer);
    }

    private static boolean awaitTermination(ExecutorService executor) {
        try {
            return executor.awaitTermination(SHUTDOWN_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
