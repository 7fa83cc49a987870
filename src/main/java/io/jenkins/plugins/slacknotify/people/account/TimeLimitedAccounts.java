package io.jenkins.plugins.slacknotify.people.account;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Accounts that are asked with a time limit, and by few at a time, so that a security realm that hangs holds up no one for longer, and
 * leaves threads for whatever asks no realm. A realm sets no limit itself: a directory server may take the connection and say nothing.
 *
 * <p>A question that is not answered in time ends with an {@link AccountsUnavailableException}. Its thread is interrupted; where that does
 * not end it, the thread counts as busy until the realm lets it go. While all are busy, a new question waits for a moment and then ends in
 * the same way. So does each question in the minute after one that was not answered, unless the realm answers by then: one message may
 * have many questions. An answer that comes too late is lost.
 *
 * <p>Safe for use by many threads.
 */
public final class TimeLimitedAccounts implements AccountDirectory, Closeable {
    private static final Logger LOGGER = Logger.getLogger(TimeLimitedAccounts.class.getName());

    /** How long a question waits for a thread, or for an answer after others had none. A realm that works answers in milliseconds. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final String NO_ANSWER = "Jenkins' security realm does not answer in time";

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);

    private final AccountDirectory accounts;
    private final Duration timeout;
    private final Duration moment;
    private final Semaphore free;
    private final ThreadPoolExecutor threads;

    /** The {@link System#nanoTime} at which the last question timed out; null once a later one was answered. */
    @CheckForNull
    private volatile Long lateAt;

    /**
     * @param timeout for one question
     * @param atOnce how many questions are asked at a time
     */
    public TimeLimitedAccounts(AccountDirectory accounts, Duration timeout, int atOnce) {
        this(accounts, timeout, atOnce, A_MOMENT);
    }

    /** @param moment how long a question waits for a thread, or after others had no answer */
    TimeLimitedAccounts(AccountDirectory accounts, Duration timeout, int atOnce, Duration moment) {
        this.accounts = accounts;
        this.timeout = timeout;
        this.moment = moment;
        free = new Semaphore(atOnce, true);
        AtomicInteger number = new AtomicInteger();
        // The pool has no limit, but the semaphore has: a thread may be busy for a moment after its question.
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_TIMEOUT.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "slack-notify-accounts-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public List<Account> find(Person person) {
        return ask(() -> accounts.find(person));
    }

    @Override
    public List<Account> findMember(String slackId) {
        return ask(() -> accounts.findMember(slackId));
    }

    @Override
    public boolean mayRead(String accountId, BuildKey build) {
        return ask(() -> accounts.mayRead(accountId, build));
    }

    @Override
    public boolean mustSignIn(String accountId) {
        return ask(() -> accounts.mustSignIn(accountId));
    }

    private <T> T ask(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        start(task);
        Duration limit = isInHaste() ? moment : timeout;
        try {
            T answer = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            lateAt = null;
            return answer;
        } catch (TimeoutException e) {
            task.cancel(true);
            if (limit.equals(timeout)) {
                notAnswered();
            }
            throw new AccountsUnavailableException(NO_ANSWER, e);
        } catch (InterruptedException e) {
            task.cancel(true);
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private boolean isInHaste() {
        Long late = lateAt;
        return late != null && System.nanoTime() - late < A_MINUTE.toNanos() && moment.compareTo(timeout) < 0;
    }

    /** Logged once, until the realm answers again. */
    private void notAnswered() {
        if (lateAt == null) {
            LOGGER.log(Level.WARNING, NO_ANSWER + "; waited for {0}", timeout);
        }
        lateAt = System.nanoTime();
    }

    private void start(FutureTask<?> task) {
        try {
            if (!free.tryAcquire(moment.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AccountsUnavailableException(
                        "Jenkins' security realm is slow: too many questions wait for its answers");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        boolean started = false;
        try {
            threads.execute(() -> runAndLeave(task));
            started = true;
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            throw new AccountsUnavailableException(
                    "There is no thread to ask Jenkins' security realm", new IllegalStateException(noThread));
        } finally {
            if (!started) {
                free.release();
            }
        }
    }

    /** Asks a question, and frees its place. A question that was cancelled before does not run, but has a place to free. */
    private void runAndLeave(FutureTask<?> task) {
        try {
            task.run();
        } finally {
            free.release();
        }
    }

    private static AccountsUnavailableException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AccountsUnavailableException("Jenkins has stopped before its security realm answered", e);
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** Interrupts what is asked, and ends the threads. What is asked later ends at once. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
