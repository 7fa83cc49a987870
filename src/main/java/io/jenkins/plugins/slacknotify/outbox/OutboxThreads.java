package io.jenkins.plugins.slacknotify.outbox;

import java.io.Closeable;
import java.time.Duration;

/** Where the outbox works. A port, so that tests decide when time passes. */
public interface OutboxThreads extends Closeable {
    /** Runs a task that may block, soon, on another thread. After {@link #close} the task is dropped. */
    void work(Runnable task);

    /** Does as {@link #work} after a time. */
    void later(Duration wait, Runnable task);

    /** Waits a few seconds for running tasks, interrupts the rest, and leaves no thread behind. */
    @Override
    void close();
}
