package io.jenkins.plugins.slacknotify.outbox.lane;

import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * The order of turns among the jobs that send to one lane. Each job is a share and gets one turn after the other, so a share that wants
 * many turns gets late ones, and one that comes later and wants one gets it among the next. (Start-time fair queueing, where every entry
 * has the same cost.)
 *
 * <p>An urgent entry goes {@value #TURNS_AHEAD} turns ahead for each degree of urgency. So it overtakes whatever is calm, and
 * yet a flood of urgent entries keeps nothing waiting for ever.
 *
 * <p>Not safe for threads.
 */
final class FairShares {
    /** How many turns an entry goes ahead of one that is one degree less urgent. */
    static final int TURNS_AHEAD = 8;

    /** From how many remembered shares on those are forgotten that are as good as new. */
    private static final int MAX_REMEMBERED = 256;

    private record Claim(String share, int urgency) {}

    /** The last turn that was given to an entry, by the share and the urgency of the entry. */
    private final Map<Claim, Long> lastTurns = new HashMap<>();

    /** The turn that was served last. */
    private long current;

    private int forgetAbove = MAX_REMEMBERED;

    /** Gives the next turn to an entry of that order. */
    long nextTurn(SendOrder order) {
        if (order.share().equals(order.sequence())) {
            // Only one entry of a sequence wants a turn at a time, so nobody has to remember the last one.
            return current + 1;
        }
        long turn = lastTurns.merge(
                new Claim(order.share(), order.urgency()), current + 1, (last, next) -> Math.max(last + 1, next));
        forgetServed();
        return turn;
    }

    /** Returns the place of a turn in the queue; the least goes first. */
    static long rank(long turn, int urgency) {
        return turn - (long) TURNS_AHEAD * urgency;
    }

    void served(long turn) {
        current = Math.max(current, turn);
    }

    private void forgetServed() {
        if (lastTurns.size() > forgetAbove) {
            lastTurns.values().removeIf(last -> last <= current);
            forgetAbove = Math.max(MAX_REMEMBERED, 2 * lastTurns.size());
        }
    }
}
