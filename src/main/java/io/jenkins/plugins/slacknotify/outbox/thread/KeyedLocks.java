package io.jenkins.plugins.slacknotify.outbox.thread;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock for each of any number of keys, which is there for as long as any thread holds it or waits for it. A thread that holds a lock
 * may take it again. Threads with different keys do not wait for each other.
 *
 * <p>Safe for use by many threads.
 *
 * @param <K> compared by {@code equals}
 */
public final class KeyedLocks<K> {
    private final Map<K, Shared> locks = new HashMap<>();

    private static final class Shared {
        private final ReentrantLock lock = new ReentrantLock();
        private int threads;
    }

    /** A lock that a thread holds until it calls {@link #close} once. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until no other thread has the lock of a key, and takes it. An interrupt does not end the wait, and stays set. */
    public Held lock(K key) {
        Shared shared = enter(key);
        boolean isHeld = false;
        try {
            // Made before the lock is taken: where there is no memory for it afterwards, nobody could give the lock
            // back.
            Held held = () -> {
                shared.lock.unlock();
                leave(key, shared);
            };
            shared.lock.lock();
            isHeld = true;
            return held;
        } finally {
            if (!isHeld) {
                leave(key, shared);
            }
        }
    }

    /** Takes the locks of several keys, one after the other in their order, so that no two threads wait for each other. */
    public Held lockAll(SortedSet<K> keys) {
        Deque<Held> held = new ArrayDeque<>(keys.size() + 1);
        // As in lock: made before there is anything to give back.
        Held together = () -> held.forEach(Held::close);
        boolean all = false;
        try {
            for (K key : keys) {
                held.push(lock(key));
            }
            all = true;
        } finally {
            if (!all) {
                held.forEach(Held::close);
            }
        }
        return together;
    }

    private synchronized Shared enter(K key) {
        Shared shared = locks.computeIfAbsent(key, unused -> new Shared());
        shared.threads++;
        return shared;
    }

    private synchronized void leave(K key, Shared shared) {
        shared.threads--;
        if (shared.threads == 0) {
            locks.remove(key);
        }
    }

    /** Returns how many locks any thread holds or waits for. */
    public synchronized int size() {
        return locks.size();
    }
}
