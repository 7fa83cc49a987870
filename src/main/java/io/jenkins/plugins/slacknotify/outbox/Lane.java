package io.jenkins.plugins.slacknotify.outbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What waits in one lane, and what comes next. Not safe for threads: its {@link Dispatcher} guards it. */
final class Lane {
    /** More than a few that wait are told in one message. */
    static final int MIN_FOLDED = 4;

    /** So that a message which names each of them stays within the limits of whoever takes it. */
    static final int MAX_FOLDED = 40;

    private static final Comparator<Delivery> URGENT_FIRST = Comparator.<Delivery>comparingInt(
                    delivery -> -delivery.entry().urgency())
            .thenComparingLong(Delivery::position);

    private enum Phase {
        IDLE,
        WORKING,
        RESTING
    }

    /** Its order is that of the conversations, and in each that of acceptance. */
    private record OrderKey(String conversation, long position) implements Comparable<OrderKey> {
        private static final Comparator<OrderKey> ORDER =
                Comparator.comparing(OrderKey::conversation).thenComparingLong(OrderKey::position);

        @Override
        public int compareTo(OrderKey other) {
            return ORDER.compare(this, other);
        }
    }

    private final NavigableMap<OrderKey, Delivery> all = new TreeMap<>();

    /** The oldest of each conversation that is not held. */
    private final NavigableSet<Delivery> ready = new TreeSet<>(URGENT_FIRST);

    /** What nothing is done about until somebody has mended its reason, by position. */
    private final NavigableMap<Long, Delivery> held = new TreeMap<>();

    private Phase phase = Phase.IDLE;

    private boolean awaitsProbe;

    /** Counts the rests, so that the timer of an earlier rest does not end a later one. */
    private long rests;

    /** Takes a delivery in that is new here. What is held before it in its conversation is tried again, as a probe. */
    void add(Delivery delivery) {
        put(delivery);
        head(delivery.entry().sequence()).ifPresent(this::release);
    }

    /** Puts the new state of a delivery in the place of the old one. */
    void put(Delivery delivery) {
        change(delivery, () -> {
            all.put(placeOf(delivery), delivery);
            held.remove(delivery.position());
            if (delivery.state() == Delivery.State.HELD) {
                held.put(delivery.position(), delivery);
            }
        });
    }

    /** Takes a delivery out. What was held behind it in its conversation is tried now. */
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

    /** Keeps what is ready right through a change to one conversation. */
    private void change(Delivery delivery, Runnable change) {
        String conversation = delivery.entry().sequence();
        firstNotHeld(conversation).ifPresent(ready::remove);
        change.run();
        firstNotHeld(conversation).ifPresent(ready::add);
    }

    private Optional<Delivery> firstNotHeld(String conversation) {
        return all.tailMap(new OrderKey(conversation, Long.MIN_VALUE)).values().stream()
                .takeWhile(delivery -> delivery.entry().sequence().equals(conversation))
                .filter(delivery -> !held.containsKey(delivery.position()))
                .findFirst();
    }

    /** What is held and must not be overtaken by a delivery; empty where nothing is in its way. */
    Optional<Delivery> blockerOf(Delivery delivery) {
        return head(delivery.entry().sequence()).filter(head -> held.containsKey(head.position()));
    }

    private Optional<Delivery> head(String conversation) {
        return Optional.ofNullable(all.ceilingEntry(new OrderKey(conversation, Long.MIN_VALUE)))
                .map(Map.Entry::getValue)
                .filter(head -> head.entry().sequence().equals(conversation));
    }

    private static OrderKey placeOf(Delivery delivery) {
        return new OrderKey(delivery.entry().sequence(), delivery.position());
    }

    /** The delivery of an id; empty where it is not here. */
    Optional<Delivery> find(String id) {
        return all.values().stream()
                .filter(delivery -> delivery.entry().id().equals(id))
                .findFirst();
    }

    /**
     * What is to be sent next, in one message.
     *
     * @return one delivery; several where they may have arrived together before, or where enough wait that may be folded;
     *     none where none is ready
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

    /** Those that travelled in one message, its namesake first. */
    private List<Delivery> companions(Delivery one) {
        String carrier = one.carrierId();
        return ready.stream()
                .filter(delivery -> delivery.state().mayHaveArrived())
                .filter(delivery -> delivery.carrierId().equals(carrier))
                .sorted(Comparator.comparing(
                        (Delivery delivery) -> !delivery.entry().id().equals(carrier)))
                .toList();
    }

    /** All that are not finished, as they stand. */
    List<Delivery> all() {
        return List.copyOf(all.values());
    }

    /** How many are not finished. */
    int size() {
        return all.size();
    }

    /** Whether there is nothing in it and nothing that it waits for. */
    boolean isDone() {
        return all.isEmpty() && phase == Phase.IDLE;
    }

    /** @return false where nothing is held, or a probe is to come already */
    boolean planProbe() {
        boolean needed = !held.isEmpty() && !awaitsProbe;
        awaitsProbe |= needed;
        return needed;
    }

    /** Lets the oldest that is held be tried, to see whether the reason is still there. */
    void probe() {
        awaitsProbe = false;
        releaseOldest();
    }

    /** Lets the oldest that is held be tried again. */
    void releaseOldest() {
        Optional.ofNullable(held.firstEntry()).map(Map.Entry::getValue).ifPresent(this::release);
    }

    /** Lets all that are held be tried again. */
    void releaseHeld() {
        List.copyOf(held.values()).forEach(this::release);
    }

    /**
     * Claims the lane for one worker.
     *
     * @return false where somebody has it already, it rests, or nothing is ready
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

    /** @return the number of this rest, for {@link #endRest} */
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
