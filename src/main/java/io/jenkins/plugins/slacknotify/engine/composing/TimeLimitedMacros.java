package io.jenkins.plugins.slacknotify.engine.composing;

import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Macros with a time limit, so that one that never ends holds up no message for longer.
 *
 * <p>A macro that does not even stop when it is interrupted keeps its thread. Each owner of templates has
 * {@value #OF_ONE_OWNER} threads, and all together {@value #AT_ONCE}: what one owner writes takes the time of no other. A macro
 * that was late {@value #LATE_AT_MOST} times in a row is not tried again until {@link #forget}, so that it takes no more threads.
 *
 * <p>Safe for use by many threads.
 */
public final class TimeLimitedMacros {
    /** The time limit that is used in Jenkins. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int AT_ONCE = 16;
    private static final int OF_ONE_OWNER = 2;
    private static final int LATE_AT_MOST = 2;

    /** The number of late macros to remember. Nobody writes so many by mistake. */
    private static final int REMEMBERED = 1_000;

    private final Macros macros;
    private final Duration timeout;
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<List<String>, Integer> late = new LinkedHashMap<>();

    public TimeLimitedMacros(Macros macros, Duration timeout) {
        this.macros = macros;
        this.timeout = timeout;
    }

    /**
     * Expands a macro of a template.
     *
     * @param owner the job or folder whose template it is; empty for the whole system
     * @throws BrokenTemplateException where the macro has no value in time
     */
    public String expand(String macro, BuildKey build, String owner) throws BrokenTemplateException {
        acquire(macro, owner);
        FutureTask<String> task = new FutureTask<>(() -> macros.expand(macro, build));
        Thread thread = new Thread(() -> runAndLeave(task, owner), "Slack notifications: " + macro + " of " + build);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            release(owner);
            throw new BrokenTemplateException("For " + macro + " there is no thread.");
        }
        return await(task, macro, owner);
    }

    /** Tries late macros again, because somebody may have corrected them. */
    public synchronized void forget() {
        late.clear();
    }

    private synchronized void acquire(String macro, String owner) throws BrokenTemplateException {
        if (late.getOrDefault(List.of(owner, macro), 0) >= LATE_AT_MOST) {
            throw new BrokenTemplateException(macro
                    + " has taken too long several times, so it is not tried again until the configuration is saved.");
        }
        int all = running.values().stream().mapToInt(Integer::intValue).sum();
        if (running.getOrDefault(owner, 0) >= OF_ONE_OWNER || all >= AT_ONCE) {
            throw new BrokenTemplateException("For " + macro + " there is no time, as other macros take too long.");
        }
        running.merge(owner, 1, Integer::sum);
    }

    private synchronized void release(String owner) {
        running.computeIfPresent(owner, (key, count) -> count == 1 ? null : count - 1);
    }

    private synchronized void markLate(String macro, String owner) {
        if (late.size() < REMEMBERED) {
            late.merge(List.of(owner, macro), 1, Integer::sum);
        }
    }

    /** Counts anew: a server that was slow for a moment months ago says nothing of the macro. */
    private synchronized void forgetLate(String macro, String owner) {
        late.remove(List.of(owner, macro));
    }

    /** A task that was given up before it had begun does nothing, but its thread leaves as well. */
    private void runAndLeave(FutureTask<String> task, String owner) {
        try {
            task.run();
        } finally {
            release(owner);
        }
    }

    private String await(FutureTask<String> task, String macro, String owner) throws BrokenTemplateException {
        try {
            String value = task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            forgetLate(macro, owner);
            return value;
        } catch (TimeoutException e) {
            task.cancel(true);
            markLate(macro, owner);
            throw new BrokenTemplateException(macro + " had no value after " + timeout.toSeconds() + " s.");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new BrokenTemplateException(macro + " had no value when Jenkins stopped.");
        } catch (ExecutionException e) {
            throw broken(macro, e.getCause());
        }
    }

    private static BrokenTemplateException broken(String macro, Throwable cause) {
        return cause instanceof BrokenTemplateException known
                ? known
                : new BrokenTemplateException(macro + " has failed: " + cause);
    }
}
