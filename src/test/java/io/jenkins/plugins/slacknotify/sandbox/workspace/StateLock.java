package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The one lock over all state of a sandbox; counts the changes and wakes up those who wait for one. */
public final class StateLock {
    private long version;

    public synchronized <T> T read(Supplier<T> action) {
        return action.get();
    }

    public synchronized <T> T write(Supplier<T> action) {
        try {
            return action.get();
        } finally {
            version++;
            notifyAll();
        }
    }

    public void run(Runnable action) {
        write(() -> {
            action.run();
            return null;
        });
    }

    /** A number that grows with every change. */
    public synchronized long version() {
        return version;
    }

    /**
     * Waits until {@code condition}, tested under the lock and after every change, holds.
     *
     * @return whether it came to hold before {@code timeout} was over
     */
    public boolean await(BooleanSupplier condition, Duration timeout) {
        return await(this, condition, timeout);
    }

    /**
     * Waits until {@code condition}, tested by who holds the monitor whenever that wakes up, holds.
     *
     * @return whether it came to hold before {@code timeout} was over, and this thread was interrupted
     */
    public static boolean await(Object monitor, BooleanSupplier condition, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (monitor) {
            try {
                while (!condition.getAsBoolean()) {
                    long left = deadline - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
