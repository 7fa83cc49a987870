package io.jenkins.plugins.slacknotify.outbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One lane: what waits in it, and what comes next. Not safe for threads: its {@link Dispatcher} guards it. */
final class Lane {
    /** The number of waiting deliveries from which they travel in one message. */
    static final int MIN_FOLDED = 4;

    /** The most that travel in one message, which names each of them and has a limited length. */
    static final int MAX_FOLDED = 40;

    private static final Comparator<Delivery> URGENT_FIRST = Comparator.<Delivery>comparingInt(
                    delivery -> -delivery.entry().urgency())
            .thenComparingLong(Delivery::position);

    private enum Phase {
        IDLE,
        WORKING,
        RESTING
    }

    /** The order of the deliveries in a lane: by sequence, and within one by acceptance. */
    private record OrderKey(String sequence, long position) implements Comparable<OrderKey> {
        private static final Comparator<OrderKey> ORDER =
                Comparator.comparing(OrderKey::sequence).thenComparingLong(OrderKey::position);

        @Override
        public int compareTo(OrderKey other) {
            return ORDER.compare(this, other);
        }
    }

    private final NavigableMap<OrderKey, Delivery> all = new TreeMap<>();

    /** The oldest delivery of each sequence that is not held. */
    private final NavigableSet<Delivery> ready = new TreeSet<>(URGENT_FIRST);

    /** The deliveries that wait until a person has fixed their reason, by position. */
    private final NavigableMap<Long, Delivery> held = new TreeMap<>();

    private Phase phase = Phase.IDLE;

    private boolean awaitsProbe;

    /** Numbers the rests, so that the timer of an earlier rest does not end a later one. */
    private long rests;

    /** Adds a new delivery. What is held before it in its sequence is tried again, as a probe. */
    void add(Delivery delivery) {
        put(delivery);
        head(delivery.entry().sequence()).ifPresent(this::release);
    }

    /** Replaces the state of a delivery. */
    void put(Delivery delivery) {
        change(delivery, () -> {
            all.put(placeOf(delivery), delivery);
            held.remove(delivery.position());
            if (delivery.state() == Delivery.State.HELD) {
                held.put(delivery.position(), delivery);
            }
        });
    }

    /** Removes a delivery. What was held behind it in its sequence is tried now. */
    void remove(Delivery delivery) {
        change(delivery, () -> {
            all.remove(placeOf(delivery));
            held.remove(delivery.position());
        });
        head(delivery.entry().sequence()).ifPresent(this::release);
    }

    private void release(Delivery delivery) {
        change(delivery, () -> held.remove(delivery.position()));
    }

    /** Changes one sequence, and keeps {@link #ready} right. */
    private void change(Delivery delivery, Runnable change) {
        String sequence = delivery.entry().sequence();
        firstNotHeld(sequence).ifPresent(ready::remove);
        change.run();
        firstNotHeld(sequence).ifPresent(ready::add);
    }

    private Optional<Delivery> firstNotHeld(String sequence) {
        return all.tailMap(new OrderKey(sequence, Long.MIN_VALUE)).values().stream()
                .takeWhile(delivery -> delivery.entry().sequence().equals(sequence))
                .filter(delivery -> !held.containsKey(delivery.position()))
                .findFirst();
    }

    /** Returns the held delivery that must not be overtaken by this one; empty where nothing is in its way. */
    Optional<Delivery> blockerOf(Delivery delivery) {
        return head(delivery.entry().sequence()).filter(head -> held.containsKey(head.position()));
    }

    private Optional<Delivery> head(String sequence) {
        return Optional.ofNullable(all.ceilingEntry(new OrderKey(sequence, Long.MIN_VALUE)))
                .map(Map.Entry::getValue)
                .filter(head -> head.entry().sequence().equals(sequence));
    }

    private static OrderKey placeOf(Delivery delivery) {
        return new OrderKey(delivery.entry().sequence(), delivery.position());
    }

    /** Returns the delivery of an id; empty where it is not here. */
    Optional<Delivery> find(String id) {
        return all.values().stream()
                .filter(delivery -> delivery.entry().id().equals(id))
                .findFirst();
    }

    /**
     * Returns what is to be sent next, in one message.
     *
     * @return one delivery; several where they may have arrived together before, or where enough wait that may be
     *     folded; none where none is ready
     */
    List<Delivery> next() {
        if (ready.isEmpty()) {
            return List.of();
        }
        Delivery first = ready.first();
        if (first.state().mayHaveArrived()) {
            return companions(first);
        }
        List<Delivery> foldable =
                ready.stream().filter(this::mayBeFolded).limit(MAX_FOLDED).toList();
        return mayBeFolded(first) && foldable.size() >= MIN_FOLDED ? foldable : List.of(first);
    }

    private boolean mayBeFolded(Delivery delivery) {
        return delivery.entry().foldable()
                && !delivery.state().mayHaveArrived()
                && blockerOf(delivery).isEmpty();
    }

    /** Returns the deliveries that travelled in one message, the one whose id it bears first. */
    private List<Delivery> companions(Delivery one) {
        String carrier = one.carrierId();
        return ready.stream()
                .filter(delivery -> delivery.state().mayHaveArrived())
                .filter(delivery -> delivery.carrierId().equals(carrier))
                .sorted(Comparator.comparing(
                        (Delivery delivery) -> !delivery.entry().id().equals(carrier)))
                .toList();
    }

    /** Returns all that are not finished, as they stand. */
    List<Delivery> all() {
        return List.copyOf(all.values());
    }

    /** Returns how many are not finished. */
    int size() {
        return all.size();
    }

    /** Returns whether the lane is empty and nothing is going on in it. */
    boolean isDone() {
        return all.isEmpty() && phase == Phase.IDLE;
    }

    /**
     * Plans a probe of what is held.
     *
     * @return false where nothing is held, or a probe is planned already
     */
    boolean planProbe() {
        boolean needed = !held.isEmpty() && !awaitsProbe;
        awaitsProbe |= needed;
        return needed;
    }

    /** Releases the oldest that is held, to see whether the reason is still there. */
    void probe() {
        awaitsProbe = false;
        releaseOldest();
    }

    /** Releases the oldest that is held, so that it is tried again. */
    void releaseOldest() {
        Optional.ofNullable(held.firstEntry()).map(Map.Entry::getValue).ifPresent(this::release);
    }

    /** Releases all that are held, so that they are tried again. */
    void releaseHeld() {
        List.copyOf(held.values()).forEach(this::release);
    }

    /**
     * Claims the lane for one worker.
     *
     * @return false where a worker has it already, it rests, or nothing is ready
     */
    boolean claim() {
        if (phase != Phase.IDLE || ready.isEmpty()) {
            return false;
        }
        phase = Phase.WORKING;
        return true;
    }

    boolean isWorking() {
        return phase == Phase.WORKING;
    }

    void release() {
        phase = Phase.IDLE;
    }

    /**
     * Begins a rest.
     *
     * @return the number of the rest, for {@link #endRest}
     */
    long rest() {
        phase = Phase.RESTING;
        return ++rests;
    }

    /** Ends the given rest; does nothing where it has ended already. */
    void endRest(long number) {
        if (phase == Phase.RESTING && rests == number) {
            phase = Phase.IDLE;
        }
    }

    void endRest() {
        endRest(rests);
    }
}
