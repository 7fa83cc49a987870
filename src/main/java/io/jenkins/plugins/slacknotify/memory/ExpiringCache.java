package io.jenkins.plugins.slacknotify.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** An {@link LruCache} whose values count for a limited time, from when they were put into it. Safe for use by many threads. */
public final class ExpiringCache<K, V> {
    private record Noted<V>(V value, Instant at) {}

    private final LruCache<K, Noted<V>> entries;
    private final Duration lifetime;
    private final InstantSource clock;

    public ExpiringCache(int maxEntries, Duration lifetime, InstantSource clock) {
        this.entries = new LruCache<>(maxEntries);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Returns the value of a key; empty where there is none that still counts. */
    public Optional<V> get(K key) {
        return entries.get(key)
                .filter(noted -> Freshness.isFresh(noted.at(), lifetime, clock.instant()))
                .map(Noted::value);
    }

    public void put(K key, V value) {
        entries.put(key, new Noted<>(value, clock.instant()));
    }

    public void remove(K key) {
        entries.remove(key);
    }
}
