package io.jenkins.plugins.slacknotify.outbox.thread;

import java.time.Duration;

/**
 * Threads that never throw, whatever those behind them do. A task that they do not take is lost; whoever cannot bear that
 * has to look after it at the next sweep.
 */
public record GuardedThreads(OutboxThreads threads) implements OutboxThreads {
    private static final GuardedLog LOGGER = GuardedLog.of(GuardedThreads.class);

    @Override
    public void work(Runnable task) {
        guard(() -> threads.work(task));
    }

    @Override
    public void later(Duration wait, Runnable task) {
        guard(() -> threads.later(wait, task));
    }

    private static void guard(Runnable handover) {
        LOGGER.guard("A task of the outbox found no thread; the next sweep takes its place", handover);
    }

    @Override
    public Duration uptime() {
        return threads.uptime();
    }

    @Override
    public void close() {
        threads.close();
    }
}
