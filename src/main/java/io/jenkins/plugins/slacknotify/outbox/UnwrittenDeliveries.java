package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The deliveries whose last state could not be written, each with that state. Safe for use by many threads.
 *
 * <p>The collection does not grow for ever while the disk is broken. It holds what is not finished; what the store has
 * in an older state, to which nothing is added; and of what has come and finished since, only as much as
 * {@link #forgetFinished} leaves.
 */
final class UnwrittenDeliveries {
    private final Map<String, Unwritten> states = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * @param since when the first state of it could not be written
     * @param isStored whether the store has an older state, which would count again if this one were forgotten
     */
    private record Unwritten(Delivery delivery, Instant since, boolean isStored) {
        boolean isForgettable() {
            return !isStored && delivery.state().isFinished();
        }
    }

    /**
     * Keeps a delivery that the store does not have.
     *
     * @return false where its id is known here already; nothing has changed then
     */
    boolean add(Delivery delivery, Instant now) {
        boolean isNew = states.putIfAbsent(delivery.entry().id(), new Unwritten(delivery, now, false)) == null;
        if (isNew) {
            bytes.addAndGet(size(delivery));
        }
        return isNew;
    }

    /** Keeps the new state of a delivery that is in here, or in the store. */
    void update(Delivery delivery, Instant now) {
        states.compute(
                delivery.entry().id(),
                (id, before) -> before == null
                        ? new Unwritten(delivery, now, true)
                        : new Unwritten(delivery, before.since(), before.isStored()));
    }

    /** Removes deliveries whose present states have been written to disk. */
    void removeAll(List<Delivery> deliveries) {
        deliveries.forEach(it -> removed(states.remove(it.entry().id())));
    }

    private void removed(@CheckForNull Unwritten state) {
        if (state != null && !state.isStored()) {
            bytes.addAndGet(-size(state.delivery()));
        }
    }

    private static long size(Delivery delivery) {
        return delivery.entry().payload().length();
    }

    /**
     * Forgets, like {@link OutboxStore#forgetFinished}, what is finished and was never in the store. The first that
     * could not be written stays in any case, because it shows since when the disk is broken.
     */
    void forgetFinished(Instant before, int keepAtMost) {
        Optional<Unwritten> first = states.values().stream().min(Comparator.comparing(Unwritten::since));
        List<Unwritten> newestFirst = states.values().stream()
                .filter(Unwritten::isForgettable)
                .sorted(Comparator.comparing((Unwritten it) -> it.delivery().changedAt())
                        .reversed())
                .toList();
        for (int i = 0; i < newestFirst.size(); i++) {
            Unwritten state = newestFirst.get(i);
            boolean isOld = i >= keepAtMost || state.delivery().changedAt().isBefore(before);
            if (isOld
                    && state != first.orElseThrow()
                    && states.remove(state.delivery().entry().id(), state)) {
                removed(state);
            }
        }
    }

    Optional<Delivery> find(String id) {
        return Optional.ofNullable(states.get(id)).map(Unwritten::delivery);
    }

    boolean has(String id) {
        return states.containsKey(id);
    }

    /** Returns whether the store has a delivery in an older state. */
    boolean hidesStored(String id) {
        Unwritten state = states.get(id);
        return state != null && state.isStored();
    }

    Stream<Delivery> all() {
        return states.values().stream().map(Unwritten::delivery);
    }

    boolean isEmpty() {
        return states.isEmpty();
    }

    int size() {
        return states.size();
    }

    /** Returns how many of the deliveries are not finished. */
    int unfinished() {
        return (int) all().filter(it -> !it.state().isFinished()).count();
    }

    /** Returns about how many bytes the deliveries take of which the disk has nothing, not even an earlier state. */
    long bytes() {
        return bytes.get();
    }

    /** Returns since when the oldest of the deliveries is in here; empty where there is none. */
    Optional<Instant> since() {
        return states.values().stream().map(Unwritten::since).min(Comparator.naturalOrder());
    }
}
