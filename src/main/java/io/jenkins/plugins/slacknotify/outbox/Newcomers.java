package io.jenkins.plugins.slacknotify.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells what this process has accepted from what an earlier one left, for as long as the latter has not been read. Safe for
 * use by many threads.
 */
final class Newcomers {
    /** Of one that is in memory only, so that whatever the store has under its id is older. */
    private static final long UNKNOWN_TO_THE_STORE = -1;

    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    private volatile boolean done;

    /** To be called before the delivery is in the store. */
    void add(Delivery delivery) {
        if (!done) {
            positions.putIfAbsent(delivery.entry().id(), delivery.position());
        }
    }

    /** To be called before the delivery is written to the store after all. */
    void addUnknown(Delivery delivery) {
        if (!done) {
            positions.put(delivery.entry().id(), UNKNOWN_TO_THE_STORE);
        }
    }

    /** Those of an earlier process; nobody will ask again. */
    List<Delivery> without(List<Delivery> stored) {
        List<Delivery> left =
                stored.stream().filter(delivery -> !isNew(delivery)).toList();
        done = true;
        positions.clear();
        return left;
    }

    private boolean isNew(Delivery stored) {
        Long position = positions.get(stored.entry().id());
        return position != null && (position == UNKNOWN_TO_THE_STORE || position == stored.position());
    }
}
