package io.jenkins.plugins.slacknotify.memory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map of limited size. Where there is no room for a new entry, the one that was not used for longest goes. Safe for
 * use by many threads.
 */
public final class LruCache<K, V> {
    private final int maxEntries;
    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

    public LruCache(int maxEntries) {
        this.maxEntries = maxEntries;
    }

    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    public synchronized void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > maxEntries) {
            Iterator<K> oldest = entries.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    public synchronized void remove(K key) {
        entries.remove(key);
    }

    /** Returns a copy, in the order of use, the latest last. */
    public synchronized Map<K, V> copy() {
        return new LinkedHashMap<>(entries);
    }
}
