package io.jenkins.plugins.slacknotify.outbox.thread;

import java.io.Closeable;
import java.time.Duration;

/** The port that runs the work of the outbox, and counts its time. Tests put a clock of their own behind it. */
public interface OutboxThreads extends Closeable {
    /**
     * Runs a task that may block, soon, on another thread. Where no thread can be had, the task waits for one; this method
     * does not throw. After {@link #close} the task is dropped.
     */
    void work(Runnable task);

    /** Runs a task as {@link #work} does, once a time has passed. */
    void later(Duration wait, Runnable task);

    /**
     * Returns the time since some moment. Unlike the time of day, it goes on evenly whatever the clock is set to. By it the
     * outbox measures how long something rests and how old an entry is.
     */
    Duration uptime();

    /** Closes the threads: waits a few seconds for running tasks, interrupts the rest, and leaves no thread behind. */
    @Override
    void close();
}
