package io.jenkins.plugins.slacknotify.outbox.thread;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;

/**
 * Daemon threads whose names begin with {@code slack-notify-}: a number of workers, and from the first task on one
 * timer. An idle outbox has no worker.
 *
 * <p>Where the process cannot have another thread, tasks wait for a worker that is there, or until one can be had: the timer
 * asks again and again.
 */
public final class PooledThreads implements OutboxThreads {
    private static final GuardedLog LOGGER = GuardedLog.of(PooledThreads.class);

    private static final int SENDERS = 24;

    /** How many senders there are at most where those do not come back, as a vault does not answer that has the tokens of many folders. */
    private static final int MAX_SENDERS = 240;

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);

    /** How long an idle worker stays. There is a task each minute, so with a longer time a worker would mostly be there. */
    private static final Duration IDLE_TIMEOUT_OF_WORKERS = Duration.ofSeconds(1);

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    /**
     * How long a sender lets those go on who have asked for it. A thread that is woken takes the processor of the one that has woken it,
     * where no other is free: that was the end of a build, for three to six milliseconds.
     */
    private static final Duration MOMENT = Duration.ofMillis(10);

    /** How long to wait before another thread is asked for, where none could be had. */
    private static final Duration THREAD_RETRY = Duration.ofSeconds(1);

    private final Duration moment;
    private final int workers;
    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor timer;
    private final AtomicBoolean retryPlanned = new AtomicBoolean();

    /** How many tasks wait or run. Between two tasks of a thread, the pool itself may count one too few. */
    private final AtomicInteger unfinished = new AtomicInteger();

    /**
     * Makes up to {@value #SENDERS} senders, which begin ten milliseconds after they are asked to; and more while all of these are busy, so
     * that what does not end keeps no thread from the rest.
     */
    public PooledThreads() {
        this(Thread::new, IDLE_TIMEOUT, MOMENT);
    }

    /**
     * Makes up to a number of workers, which end after a second without a task.
     *
     * @param role for the names of the threads, after {@code slack-notify-}
     */
    public PooledThreads(String role, int workers) {
        this(role, workers, workers, role + "-timer", Thread::new, IDLE_TIMEOUT_OF_WORKERS, Duration.ZERO);
    }

    /**
     * @param factory makes the threads; what it throws is no reason to lose a task
     * @param idleTimeout how long a sender waits for another task before it ends
     */
    PooledThreads(ThreadFactory factory, Duration idleTimeout) {
        this(factory, idleTimeout, Duration.ZERO);
    }

    /** @param moment after which senders begin what they are asked to */
    PooledThreads(ThreadFactory factory, Duration idleTimeout, Duration moment) {
        this("sender", SENDERS, MAX_SENDERS, "timer", factory, idleTimeout, moment);
    }

    private PooledThreads(
            String role,
            int workers,
            int most,
            String timerRole,
            ThreadFactory factory,
            Duration idleTimeout,
            Duration moment) {
        this.moment = moment;
        this.workers = workers;
        pool = new ThreadPoolExecutor(
                workers,
                most,
                idleTimeout.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                named(role, factory));
        pool.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(1, named(timerRole, factory));
        timer.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory named(String role, ThreadFactory factory) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = factory.newThread(task);
            thread.setName("slack-notify-" + role + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void work(Runnable task) {
        if (moment.isZero()) {
            execute(task);
            return;
        }
        AtomicBoolean begun = new AtomicBoolean();
        Runnable once = () -> {
            if (begun.compareAndSet(false, true)) {
                execute(task);
            }
        };
        if (!schedule(moment, once)) {
            once.run();
        }
    }

    private void execute(Runnable task) {
        Runnable guarded = () -> run(task);
        try {
            unfinished.incrementAndGet();
            makeRoom();
            pool.execute(guarded);
        } catch (RejectedExecutionException closed) {
            // Jenkins is stopping; what waits is in the store.
        } catch (RuntimeException | Error noThread) {
            // A pool that cannot make a thread drops the task, though another thread may come for it.
            pool.getQueue().add(guarded);
            retryLater(noThread);
        }
    }

    /** Raises the number of threads to one for each task, within the limit. */
    private synchronized void makeRoom() {
        int wanted = Math.min(Math.max(workers, unfinished.get()), pool.getMaximumPoolSize());
        if (wanted != pool.getCorePoolSize()) {
            pool.setCorePoolSize(wanted);
        }
    }

    /** Runs a task, so that whatever it throws leaves the thread to the others. */
    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "A task of the outbox failed", e);
        } finally {
            unfinished.decrementAndGet();
        }
    }

    private void retryLater(Throwable noThread) {
        if (retryPlanned.compareAndSet(false, true)) {
            LOGGER.log(Level.WARNING, "No thread can be had for sending notifications; they wait for one", noThread);
            planRetry();
        }
    }

    private void planRetry() {
        if (!schedule(THREAD_RETRY, this::retry)) {
            retryPlanned.set(false);
        }
    }

    /** Asks for a thread again, while tasks wait for one. Runs on the timer. */
    private void retry() {
        try {
            if (!pool.getQueue().isEmpty()) {
                pool.prestartCoreThread();
            }
            retryPlanned.set(false);
        } catch (RuntimeException | Error noThread) {
            planRetry();
        }
    }

    @Override
    public void later(Duration wait, Runnable task) {
        schedule(wait, () -> execute(task));
    }

    /** Returns false where the timer may not have taken the task, or has no thread for it before it gets another task. */
    private boolean schedule(Duration wait, Runnable task) {
        try {
            timer.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (RejectedExecutionException closed) {
            // As above.
            return true;
        } catch (RuntimeException | Error noThread) {
            LOGGER.log(Level.WARNING, "No thread can be had for the timer of the outbox", noThread);
            return false;
        }
    }

    @Override
    public Duration uptime() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        pool.shutdown();
        if (!awaitTermination(pool)) {
            pool.shutdownNow();
            awaitTermination(pool);
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
