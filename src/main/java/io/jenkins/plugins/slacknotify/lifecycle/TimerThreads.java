package io.jenkins.plugins.slacknotify.lifecycle;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jenkins.util.Timer;

/**
 * Threads that count their time by Jenkins' own timer, so that the plugin has no thread while there is nothing to do.
 *
 * <p>The timer only hands over: tasks run on workers, which end when they are idle.
 */
final class TimerThreads implements OutboxThreads {
    private final Supplier<ScheduledExecutorService> timer;
    private final OutboxThreads workers;
    private final Set<PlannedTask> planned = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Makes threads that count by Jenkins' timer.
     *
     * @param role for the names of the threads, after {@code slack-notify-}
     * @param workers how many tasks run at once
     */
    TimerThreads(String role, int workers) {
        this(role, workers, Timer::get);
    }

    /** @param timer asked anew each time */
    TimerThreads(String role, int workers, Supplier<ScheduledExecutorService> timer) {
        this.timer = timer;
        this.workers = new PooledThreads(role, workers);
    }

    @Override
    public void work(Runnable task) {
        workers.work(task);
    }

    @Override
    public void later(Duration wait, Runnable task) {
        PlannedTask plannedTask = new PlannedTask(task);
        planned.add(plannedTask);
        plannedTask.schedule(wait);
        if (closed) {
            plannedTask.cancel();
        }
    }

    @Override
    public Duration uptime() {
        return workers.uptime();
    }

    /** {@inheritDoc} What was planned is forgotten. */
    @Override
    public void close() {
        closed = true;
        planned.forEach(PlannedTask::cancel);
        workers.close();
    }

    /** A task that waits for its time. */
    private final class PlannedTask implements Runnable {
        private final Runnable task;

        @CheckForNull
        private volatile Future<?> future;

        PlannedTask(Runnable task) {
            this.task = task;
        }

        void schedule(Duration wait) {
            future = timer.get().schedule(this, wait.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void run() {
            planned.remove(this);
            work(task);
        }

        void cancel() {
            Future<?> scheduled = future;
            if (scheduled != null) {
                scheduled.cancel(false);
            }
            planned.remove(this);
        }
    }
}
