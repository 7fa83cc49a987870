package io.jenkins.plugins.slacknotify.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * A delivery in a lane.
 *
 * @param head what is kept of it in memory
 * @param bornAt the moment of its acceptance, in nanoseconds of {@link OutboxThreads#uptime}; before the start of this
 *     process, it may be negative
 */
record Waiting(DeliveryHead head, long bornAt) {
    /**
     * Makes one of a head that this process has just got. From now on its age grows evenly, whatever the clock is set to.
     *
     * @param now the time of day. A head that was accepted after it is as old as one that was accepted now: the clock has
     *     been set back
     */
    static Waiting of(DeliveryHead head, Instant now, Duration uptime) {
        Duration age = Duration.between(head.acceptedAt(), now);
        return new Waiting(
                head, uptime.minus(age.isNegative() ? Duration.ZERO : age).toNanos());
    }

    /** Returns how long ago it was accepted. */
    Duration age(Duration uptime) {
        return uptime.minusNanos(bornAt);
    }

    Waiting with(DeliveryHead changed) {
        return new Waiting(changed, bornAt);
    }

    String id() {
        return head.id();
    }

    long position() {
        return head.position();
    }

    Delivery.State state() {
        return head.state();
    }
}
