package io.jenkins.plugins.slacknotify.outbox;

import java.io.Closeable;
import java.time.Duration;

/** The port that runs the work of the outbox. Tests put a clock of their own behind it. */
public interface OutboxThreads extends Closeable {
    /** Runs a task that may block, soon, on another thread. After {@link #close} the task is dropped. */
    void work(Runnable task);

    /** Runs a task as {@link #work} does, after a time. */
    void later(Duration wait, Runnable task);

    /** Closes the threads: waits a few seconds for running tasks, interrupts the rest, and leaves no thread behind. */
    @Override
    void close();
}
