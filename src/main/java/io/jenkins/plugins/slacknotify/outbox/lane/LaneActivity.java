package io.jenkins.plugins.slacknotify.outbox.lane;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.thread.Bulkhead;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a {@link Lane} is idle, is worked for, or rests, and since when. All times are nanoseconds of
 * {@link OutboxThreads#uptime}. Not safe for threads.
 */
final class LaneActivity {
    private enum Phase {
        IDLE,
        WORKING,
        RESTING
    }

    private Phase phase = Phase.IDLE;

    /** Numbers the claims, so that the worker of an earlier claim does not work for a later one. */
    private long claims;

    /** The place in the queue for a worker, since the last claim. */
    @CheckForNull
    private Bulkhead.Ticket ticket;

    private Set<Long> inFlight = Set.of();

    private long worksSince;

    private long restsUntil;

    /** Whether the lane rests for a reason that a person has to fix. */
    private boolean restsForAPerson;

    /** Since when its attempts end in internal errors, or no worker can be asked for; null if neither is so. */
    @CheckForNull
    private Long brokenSince;

    boolean isIdle() {
        return phase == Phase.IDLE;
    }

    /**
     * Claims the lane for one worker.
     *
     * @return the number of the claim; null where a worker has it already, or it rests
     */
    @CheckForNull
    Long claim(long now) {
        if (phase != Phase.IDLE) {
            return null;
        }
        // Made before anything changes, as there may be no memory for it.
        Long claim = claims + 1;
        enter(Phase.WORKING);
        worksSince = now;
        claims++;
        return claim;
    }

    /** Returns whether the worker with this claim still has the lane. */
    boolean isClaimedBy(long claim) {
        return phase == Phase.WORKING && claim == claims;
    }

    /** Notes the worker that was asked for by the present claim. */
    void asked(Bulkhead.Ticket asked) {
        ticket = asked;
    }

    /** Notes which deliveries the worker of the lane is sending. */
    void send(List<Waiting> deliveries, long now) {
        Set<Long> positions = new HashSet<>();
        deliveries.forEach(it -> positions.add(it.position()));
        inFlight = positions;
        worksSince = now;
    }

    boolean isSending(Waiting waiting) {
        return inFlight.contains(waiting.position());
    }

    /**
     * Asks for a thread again, where one was asked for before that moment and has not come. The claim stays, and so does the place among
     * the lanes of the account: the first thread may come as well.
     *
     * @return whether that was so
     */
    boolean askAgain(long before) {
        return awaitsWorker() && ticket != null && ticket.askAgain(before);
    }

    private boolean awaitsWorker() {
        return phase == Phase.WORKING && inFlight.isEmpty();
    }

    /**
     * Returns since when it does not get on for a reason of our own; empty while it does, or other lanes of its account are to have
     * their turn before.
     */
    Optional<Long> stuckSince() {
        if (brokenSince != null) {
            return Optional.of(brokenSince);
        }
        if (awaitsWorker()) {
            return Optional.ofNullable(ticket).flatMap(Bulkhead.Ticket::awaitsThreadSince);
        }
        return phase == Phase.WORKING ? Optional.of(worksSince) : Optional.empty();
    }

    void broken(long now) {
        brokenSince = brokenSince == null ? Long.valueOf(now) : brokenSince;
    }

    void works() {
        brokenSince = null;
    }

    /** Ends its work or its rest. Needs no memory, as a lack of that may be the reason. */
    void release() {
        enter(Phase.IDLE);
    }

    private void enter(Phase next) {
        phase = next;
        inFlight = Set.of();
    }

    /** @param forAPerson whether it rests because of what a person has to fix */
    void restUntil(long end, boolean forAPerson) {
        enter(Phase.RESTING);
        restsUntil = end;
        restsForAPerson = forAPerson;
    }

    /** Ends a rest whose reason a person has to fix. */
    void wakeForAPerson() {
        if (restsForAPerson) {
            wake(Long.MAX_VALUE);
        }
    }

    /** Ends the rest of the lane if it is over by a moment. */
    void wake(long moment) {
        if (phase == Phase.RESTING && restsUntil <= moment) {
            release();
        }
    }
}
