package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What waits in one lane, and what comes next. Not safe for threads: its {@link Dispatcher} guards it. */
final class Lane {
    /** More than a few that wait are told in one message. */
    static final int FOLDED_FROM = 4;

    /** So that a message which names each of them stays within the limits of whoever takes it. */
    static final int FOLDED_AT_MOST = 40;

    private static final Comparator<Delivery> URGENT_FIRST = Comparator.<Delivery>comparingInt(
                    delivery -> -delivery.entry().urgency())
            .thenComparingLong(Delivery::position);

    private enum Phase {
        IDLE,
        WORKING,
        RESTING
    }

    private final TreeMap<Long, Delivery> waiting = new TreeMap<>();

    /** What nothing is done about until somebody has mended its reason. */
    private final TreeMap<Long, Delivery> held = new TreeMap<>();

    private Phase phase = Phase.IDLE;

    private boolean awaitsProbe;

    /** Counts the rests, so that the timer of an earlier rest does not end a later one. */
    private long rests;

    /** Adds a delivery, or puts its new state in the place of the old one. */
    void put(Delivery delivery) {
        boolean holds = delivery.state() == Delivery.State.HELD;
        (holds ? waiting : held).remove(delivery.position());
        (holds ? held : waiting).put(delivery.position(), delivery);
    }

    void remove(Delivery delivery) {
        waiting.remove(delivery.position());
        held.remove(delivery.position());
    }

    /** The delivery of an id; null where it is not here. */
    @CheckForNull
    Delivery find(String id) {
        for (TreeMap<Long, Delivery> part : List.of(waiting, held)) {
            for (Delivery delivery : part.values()) {
                if (delivery.entry().id().equals(id)) {
                    return delivery;
                }
            }
        }
        return null;
    }

    /**
     * What is to be sent next, in one message.
     *
     * @return one delivery; several where they may have arrived together before, or where enough wait that may be folded;
     *     none where none waits
     */
    List<Delivery> next() {
        List<Delivery> heads = heads();
        if (heads.isEmpty()) {
            return List.of();
        }
        Delivery first = heads.get(0);
        if (first.state().mayHaveArrived()) {
            return companions(first);
        }
        List<Delivery> foldable = heads.stream()
                .filter(delivery -> delivery.entry().foldable() && !delivery.state().mayHaveArrived())
                .limit(FOLDED_AT_MOST)
                .toList();
        return first.entry().foldable() && foldable.size() >= FOLDED_FROM ? foldable : List.of(first);
    }

    /** The oldest of each conversation, the most urgent first. */
    private List<Delivery> heads() {
        Set<String> conversations = new HashSet<>();
        List<Delivery> heads = new ArrayList<>();
        for (Delivery delivery : waiting.values()) {
            if (conversations.add(delivery.entry().conversation())) {
                heads.add(delivery);
            }
        }
        heads.sort(URGENT_FIRST);
        return heads;
    }

    /** Those that travelled in one message, its namesake first. */
    private List<Delivery> companions(Delivery one) {
        String carrier = one.travelsAs();
        return waiting.values().stream()
                .filter(delivery -> delivery.state().mayHaveArrived())
                .filter(delivery -> delivery.travelsAs().equals(carrier))
                .sorted(Comparator.comparing(
                        (Delivery delivery) -> !delivery.entry().id().equals(carrier)))
                .toList();
    }

    /** All that are not finished, as they stand. */
    List<Delivery> all() {
        List<Delivery> all = new ArrayList<>(waiting.values());
        all.addAll(held.values());
        return all;
    }

    /** How many are not finished. */
    int size() {
        return waiting.size() + held.size();
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
        Map.Entry<Long, Delivery> oldest = held.pollFirstEntry();
        if (oldest != null) {
            waiting.put(oldest.getKey(), oldest.getValue());
        }
    }

    /** Lets all that are held be tried again. */
    void releaseHeld() {
        waiting.putAll(held);
        held.clear();
    }

    /**
     * Claims the lane for one worker.
     *
     * @return false where somebody has it already, it rests, or nothing waits
     */
    boolean claim() {
        if (phase != Phase.IDLE || waiting.isEmpty()) {
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
