package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.model.Computer;
import hudson.model.Run;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Reads, while a build runs, what its end will need of older builds, on another thread: one for all builds. So a build does not hold
 * its executor for that, unless it is over sooner: then it reads for itself.
 *
 * <p>Safe for use by many threads.
 */
public final class ReadAhead {
    /** Where more builds wait, the last ones read for themselves. */
    static final int MOST_WAITING = 100;

    private static final ReadAhead OF_JENKINS = new ReadAhead(Computer.threadPoolForRemoting, RunEvents::readAhead);

    private final Executor threads;
    private final Consumer<Run<?, ?>> reader;
    private final Queue<Run<?, ?>> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

    /** Counts those that wait, and the one that is being read. While it is above zero, a thread is at work. */
    private final AtomicInteger count = new AtomicInteger();

    /** @param reader must not throw */
    ReadAhead(Executor threads, Consumer<Run<?, ?>> reader) {
        this.threads = threads;
        this.reader = reader;
    }

    /** Begins to read for a build that has started, and returns at once. Never throws. */
    public static void of(Run<?, ?> run) {
        OF_JENKINS.add(run);
    }

    void add(Run<?, ?> run) {
        // Counted last: whoever sees the count finds the build.
        if (waiting.offer(run) && count.getAndIncrement() == 0) {
            start();
        }
    }

    private void start() {
        try {
            threads.execute(this::readAll);
        } catch (RejectedExecutionException e) {
            // Jenkins stops: nothing has to be read any more, so the count stays and no thread is asked for again.
            waiting.clear();
        }
    }

    private void readAll() {
        do {
            reader.accept(waiting.remove());
        } while (count.decrementAndGet() > 0);
    }
}
