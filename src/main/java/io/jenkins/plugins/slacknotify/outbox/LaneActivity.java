package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
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

    private Set<Long> inFlight = Set.of();
    private long phaseSince;
    private long restsUntil;

    /** Since when its attempts end in errors of our own, or wait for a worker in vain; null while all is well. */
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
        enter(Phase.WORKING, now);
        return ++claims;
    }

    /** Returns whether a claim still counts. */
    boolean isClaimedBy(long claim) {
        return phase == Phase.WORKING && claim == claims;
    }

    /** Notes what its worker is sending. */
    void send(List<Waiting> deliveries, long now) {
        inFlight = new HashSet<>();
        deliveries.forEach(it -> inFlight.add(it.position()));
        phaseSince = now;
    }

    boolean isSending(Waiting waiting) {
        return inFlight.contains(waiting.position());
    }

    /** Returns whether a worker was asked for before that moment and has not come. */
    boolean awaitsWorkerSince(long moment) {
        return phase == Phase.WORKING && inFlight.isEmpty() && phaseSince < moment;
    }

    /** Returns since when it does not get on for a reason of our own; empty while it does. */
    Optional<Long> stuckSince() {
        if (brokenSince != null) {
            return Optional.of(brokenSince);
        }
        return phase == Phase.WORKING ? Optional.of(phaseSince) : Optional.empty();
    }

    void broken(long now) {
        brokenSince = brokenSince == null ? Long.valueOf(now) : brokenSince;
    }

    void works() {
        brokenSince = null;
    }

    void release(long now) {
        enter(Phase.IDLE, now);
    }

    private void enter(Phase next, long now) {
        phase = next;
        phaseSince = now;
        inFlight = Set.of();
    }

    void restUntil(long end, long now) {
        enter(Phase.RESTING, now);
        restsUntil = end;
    }

    /** Ends a rest that is over by that moment. */
    void wake(long now, long moment) {
        if (phase == Phase.RESTING && restsUntil <= moment) {
            enter(Phase.IDLE, now);
        }
    }
}
