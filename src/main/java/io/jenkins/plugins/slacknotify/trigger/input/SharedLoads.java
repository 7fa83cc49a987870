package io.jenkins.plugins.slacknotify.trigger.input;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads things that may take a minute, for callers who wait for a moment only. All who ask for the same thing meanwhile share one thread,
 * which goes on. Safe for use by many threads.
 *
 * @param <K> what is read; by identity, where it says nothing else
 */
final class SharedLoads<K, V> {
    private static final Logger LOGGER = Logger.getLogger(SharedLoads.class.getName());

    private final ConcurrentHashMap<K, Load<V>> running = new ConcurrentHashMap<>();
    private final Executor threads;

    /** @param threads on which things are read; each may be blocked for as long as a read takes */
    SharedLoads(Executor threads) {
        this.threads = threads;
    }

    private static final class Load<V> extends FutureTask<V> {
        private final long begun = System.nanoTime();

        Load(Callable<V> read) {
            super(read);
        }

        /** Tests whether the read began after a time: an earlier read may have seen an older state. */
        boolean isSince(long time) {
            return begun - time >= 0;
        }
    }

    /**
     * Returns the result of a read that has begun since this call, by this caller or another one. Blocks the caller's thread for that time
     * at most.
     *
     * @return empty where that is not enough
     * @throws ExecutionException where the read has failed
     */
    Optional<V> get(K key, Callable<V> read, Duration wait) throws InterruptedException, ExecutionException {
        long asked = System.nanoTime();
        long end = asked + wait.toNanos();
        try {
            while (true) {
                Load<V> load = running.computeIfAbsent(key, unused -> start(key, read));
                if (load.isSince(asked)) {
                    return Optional.of(load.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
                }
                awaitEnd(load, end - System.nanoTime());
                running.remove(key, load);
            }
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns what is there of several things, as each says it when it has been read. Blocks the caller's thread for that time at most in
     * all: none waits for another one. What somebody else is having read already may be a moment older than the call.
     *
     * @return without those for which that is not enough, or whose read has failed
     */
    Map<K, V> getAll(Map<K, Callable<V>> reads, Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        Map<K, Load<V>> loads = new LinkedHashMap<>();
        reads.forEach((key, read) -> loads.put(key, running.computeIfAbsent(key, unused -> start(key, read))));
        Map<K, V> found = new LinkedHashMap<>();
        for (Map.Entry<K, Load<V>> load : loads.entrySet()) {
            try {
                found.put(load.getKey(), load.getValue().get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException | ExecutionException e) {
                LOGGER.log(Level.FINE, "Not known yet: " + load.getKey(), e);
            }
        }
        return found;
    }

    private Load<V> start(K key, Callable<V> read) {
        Load<V> load = new Load<>(read);
        threads.execute(() -> {
            load.run();
            running.remove(key, load);
        });
        return load;
    }

    private static void awaitEnd(Load<?> load, long nanos) throws InterruptedException, TimeoutException {
        try {
            load.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            // The read was begun by another caller. The next read will be this caller's own.
        }
    }
}
