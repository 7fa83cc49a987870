package io.jenkins.plugins.slacknotify.trigger.event;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads items one after the other, in the order in which they were added, on one thread of an executor at a time. It drops items that it
 * has no room for, so it is only for those that can be read later as well.
 *
 * <p>Safe for use by many threads.
 */
final class SerialReader<T> {
    private static final Logger LOGGER = Logger.getLogger(SerialReader.class.getName());

    private final Executor later;
    private final Executor threads;
    private final Consumer<T> reader;
    private final BlockingQueue<T> waiting;

    /** The number of items that wait, plus one while an item is being read. While it is above zero, a thread is at work. */
    private final AtomicInteger count = new AtomicInteger();

    /**
     * @param capacity how many may wait
     * @param later runs what asks for a thread, at once or in a moment
     * @param reader must not throw
     */
    SerialReader(int capacity, Executor later, Executor threads, Consumer<T> reader) {
        this.waiting = new LinkedBlockingQueue<>(capacity);
        this.later = later;
        this.threads = threads;
        this.reader = reader;
    }

    /** Adds one, and returns at once. Never throws. */
    void add(T one) {
        // The count is increased last, so that whoever sees it finds the element in the queue.
        if (waiting.offer(one) && count.getAndIncrement() == 0) {
            run(() -> run(this::readAll, threads), later);
        }
    }

    private void run(Runnable task, Executor executor) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException closed) {
            // No more is read ahead. The count stays, so that no further thread is asked for.
            waiting.clear();
        } catch (RuntimeException | Error noThread) {
            LOGGER.log(
                    Level.WARNING,
                    "No thread can be had to read ahead; what waits is read when it is needed",
                    noThread);
            drop();
        }
    }

    /** Drops all items that wait, so that the next item asks for a thread again. */
    private void drop() {
        do {
            waiting.remove();
        } while (count.decrementAndGet() > 0);
    }

    private void readAll() {
        do {
            reader.accept(waiting.remove());
        } while (count.decrementAndGet() > 0);
    }
}
