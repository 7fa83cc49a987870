package io.jenkins.plugins.slacknotify.trigger.commits;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A cache of values that are read before anybody asks for them. Each belongs to a part of an owner, and is kept until the owner is
 * forgotten.
 *
 * <p>Safe for use by many threads. If an owner is forgotten while a thread reads one of its parts, nothing of it stays.
 *
 * @param <O> the owner
 * @param <P> a part, which is kept as well, and known by its identity: a change log is of another plugin, and asking it for its hash code
 *     may fail
 * @param <V> what is read of a part
 */
final class PrefetchCache<O, P, V> {
    private final Function<? super P, ? extends V> reader;
    private final Map<O, Map<P, Optional<V>>> owners = new ConcurrentHashMap<>();

    PrefetchCache(Function<? super P, ? extends V> reader) {
        this.reader = reader;
    }

    /** Keeps a part until its owner is forgotten, so that it can be read, and reads nothing. */
    void expect(O owner, P part) {
        owners.computeIfAbsent(owner, unused -> Collections.synchronizedMap(new IdentityHashMap<>()))
                .putIfAbsent(part, Optional.empty());
    }

    /** Reads a part that {@link #expect} has named. Does nothing with another one, and with one that was read. */
    void read(O owner, P part) {
        Map<P, Optional<V>> parts = owners.getOrDefault(owner, Map.of());
        if (parts.containsKey(part) && find(owner, part).isEmpty()) {
            parts.replace(part, Optional.of(reader.apply(part)));
        }
    }

    /** Returns the value that was read of a part; empty where that was not done. */
    Optional<V> find(O owner, P part) {
        return owners.getOrDefault(owner, Map.of()).getOrDefault(part, Optional.empty());
    }

    void forget(O owner) {
        owners.remove(owner);
    }

    int size() {
        return owners.size();
    }
}
