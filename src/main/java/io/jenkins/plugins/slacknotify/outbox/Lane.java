package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Map;
import java.util.TreeMap;

/** What waits in one lane, first accepted first. Not safe for threads: its {@link Dispatcher} guards it. */
final class Lane {
    private enum Phase {
        IDLE,
        WORKING,
        RESTING
    }

    private final TreeMap<Long, Delivery> waiting = new TreeMap<>();
    private Phase phase = Phase.IDLE;

    /** Counts the rests, so that the timer of an earlier rest does not end a later one. */
    private long rests;

    /** Adds a delivery, or puts its new state in the place of the old one. */
    void put(Delivery delivery) {
        waiting.put(delivery.position(), delivery);
    }

    void remove(Delivery delivery) {
        waiting.remove(delivery.position());
    }

    @CheckForNull
    Delivery head() {
        Map.Entry<Long, Delivery> first = waiting.firstEntry();
        return first == null ? null : first.getValue();
    }

    int size() {
        return waiting.size();
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
