package io.jenkins.plugins.slacknotify.config.credentials;

import hudson.model.Computer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks credentials providers for a page, with a time limit. Providers are other plugins, and some ask a server that may never answer: a
 * page that waits for it would never come.
 *
 * <p>A look-up that is not done in time is interrupted, and the page says so. Where that does not end it, its thread counts as busy. While
 * all are busy, a new look-up fails at once. After one that was not done in time, the others of a minute get a second each, as a page may
 * have many.
 *
 * <p>Safe for use by many threads.
 */
public final class PageLookup {
    private static final Logger LOGGER = Logger.getLogger(PageLookup.class.getName());

    private static final int AT_ONCE = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final PageLookup SHARED =
            new PageLookup(task -> Computer.threadPoolForRemoting.execute(task), TIMEOUT, AT_ONCE);

    private final Executor threads;
    private final Duration timeout;
    private final Semaphore free;

    /** The {@link System#nanoTime} until which look-ups get less time. */
    private volatile long inHasteUntil = System.nanoTime();

    PageLookup(Executor threads, Duration timeout, int atOnce) {
        this.threads = threads;
        this.timeout = timeout;
        free = new Semaphore(atOnce);
    }

    /** Returns the one that all pages share. */
    public static PageLookup shared() {
        return SHARED;
    }

    /**
     * Asks on another thread, as Jenkins itself, and waits.
     *
     * @param lookup may throw what it likes
     * @throws CredentialsUnavailableException where there is no answer in time, or the provider fails
     */
    public <T> T call(Callable<T> lookup) {
        Place place = new Place();
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return lookup.call();
            } finally {
                // Before the caller has the result, and may ask again.
                place.leave();
            }
        });
        start(task, place);
        boolean isInHaste = System.nanoTime() - inHasteUntil < 0;
        Duration limit = isInHaste && A_SECOND.compareTo(timeout) < 0 ? A_SECOND : timeout;
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            if (!isInHaste) {
                inHasteUntil = System.nanoTime() + A_MINUTE.toNanos();
                LOGGER.log(Level.WARNING, "A credentials provider does not answer a page; waited for {0}", limit);
            }
            throw new CredentialsUnavailableException(Messages.PageLookup_noAnswer(), e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CredentialsUnavailableException(Messages.PageLookup_noAnswer(), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            LOGGER.log(Level.WARNING, "A credentials provider has failed", cause);
            throw new CredentialsUnavailableException(
                    Messages.PageLookup_failed(cause.getClass().getSimpleName()), cause);
        }
    }

    private void start(FutureTask<?> task, Place place) {
        if (!place.take()) {
            throw new CredentialsUnavailableException(
                    Messages.PageLookup_noAnswer(), new IllegalStateException("All look-ups are under way"));
        }
        boolean started = false;
        try {
            threads.execute(() -> runAndLeave(task, place));
            started = true;
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            throw new CredentialsUnavailableException(
                    Messages.PageLookup_failed(noThread.getClass().getSimpleName()), noThread);
        } finally {
            if (!started) {
                place.leave();
            }
        }
    }

    /** A look-up that was cancelled before does not run, but has a place to free. */
    private static void runAndLeave(FutureTask<?> task, Place place) {
        try {
            task.run();
        } finally {
            place.leave();
        }
    }

    /** The place of one look-up among those that are under way. It is left once, however often {@link #leave} is called. */
    private final class Place {
        private final AtomicBoolean taken = new AtomicBoolean();

        boolean take() {
            taken.set(free.tryAcquire());
            return taken.get();
        }

        void leave() {
            if (taken.getAndSet(false)) {
                free.release();
            }
        }
    }
}
