package io.jenkins.plugins.slacknotify.engine.composing;

import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Macros with a time limit, so that one that never ends holds up no message for longer. One that does not even stop when it is
 * interrupted keeps its thread; at most {@value #AT_ONCE} do, and from then on every macro is refused until one of them ends.
 *
 * <p>Safe for use by many threads.
 */
public final class TimeLimitedMacros implements Macros {
    /** The time limit that is used in Jenkins. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int AT_ONCE = 8;

    private final Macros macros;
    private final Duration timeout;
    private final Semaphore threads = new Semaphore(AT_ONCE);

    public TimeLimitedMacros(Macros macros, Duration timeout) {
        this.macros = macros;
        this.timeout = timeout;
    }

    @Override
    public String expand(String macro, BuildKey build) throws BrokenTemplateException {
        if (!threads.tryAcquire()) {
            throw new BrokenTemplateException("For " + macro + " there is no time, as other macros take too long.");
        }
        FutureTask<String> task = new FutureTask<>(() -> macros.expand(macro, build));
        Thread thread = new Thread(() -> runAndLeave(task), "Slack notifications: " + macro + " of " + build);
        thread.setDaemon(true);
        thread.start();
        return await(task, macro);
    }

    /** A task that was given up before it had begun does nothing, but its thread leaves as well. */
    private void runAndLeave(FutureTask<String> task) {
        try {
            task.run();
        } finally {
            threads.release();
        }
    }

    private String await(FutureTask<String> task, String macro) throws BrokenTemplateException {
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
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
