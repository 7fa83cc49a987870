package io.jenkins.plugins.slacknotify.outbox.lane;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.time.Duration;
import java.time.Instant;

/**
 * A delivery in a lane: its head, and when it was born by the time of this process. There may be very many, so what the head
 * has is kept here in one object, its moments as well.
 */
public final class Waiting {
    private final String id;
    private final SendOrder order;
    private final long acceptedAtSecond;
    private final int acceptedAtNano;
    private final long position;
    private final Delivery.State state;
    private final int attempts;

    @CheckForNull
    private final Note reason;

    @CheckForNull
    private final String carrier;

    private final long changedAtSecond;
    private final int changedAtNano;
    private final long bornAt;

    /**
     * @param bornAt the moment of its acceptance, in nanoseconds of {@link OutboxThreads#uptime}; before the start of this
     *     process, it may be negative
     */
    Waiting(DeliveryHead head, long bornAt) {
        id = head.id();
        order = head.order();
        acceptedAtSecond = head.acceptedAt().getEpochSecond();
        acceptedAtNano = head.acceptedAt().getNano();
        position = head.position();
        state = head.state();
        attempts = head.attempts();
        reason = head.reason();
        carrier = head.progress().carrier();
        changedAtSecond = head.progress().changedAt().getEpochSecond();
        changedAtNano = head.progress().changedAt().getNano();
        this.bornAt = bornAt;
    }

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

    /** Returns how long ago the delivery was accepted, by a clock that nobody sets. */
    public Duration age(Duration uptime) {
        return uptime.minusNanos(bornAt);
    }

    /** Returns the delivery in another state. */
    Waiting with(DeliveryHead changed) {
        return new Waiting(changed, bornAt);
    }

    public DeliveryHead head() {
        return new DeliveryHead(
                id,
                order,
                Instant.ofEpochSecond(acceptedAtSecond, acceptedAtNano),
                position,
                new DeliveryHead.Progress(
                        state, attempts, reason, carrier, Instant.ofEpochSecond(changedAtSecond, changedAtNano)));
    }

    public String id() {
        return id;
    }

    public SendOrder order() {
        return order;
    }

    public long position() {
        return position;
    }

    Delivery.State state() {
        return state;
    }

    /** Returns whether it may have arrived, but not in one message with others. */
    boolean mayHaveArrivedAlone() {
        return state.mayHaveArrived() && carrier == null;
    }

    /** Returns whether the store knows something else of what may have arrived, and in which message. */
    public boolean isSurprisedBy(DeliveryHead stored) {
        boolean mayHaveArrived = stored.state().mayHaveArrived();
        return mayHaveArrived != state.mayHaveArrived()
                || mayHaveArrived && !new Waiting(stored, bornAt).parcel().equals(parcel());
    }

    /**
     * Returns what those have in common that travelled last in one message. They have its id, and they have come to their state at one
     * moment: what was left out of a later attempt, as it could not be read say, is not in the message of that, whose id may be the same.
     */
    String parcel() {
        // No id has a blank. What travelled alone is not of the parcel that bears its id.
        return carrier == null ? " " + id : carrier + " " + changedAtSecond + " " + changedAtNano;
    }

    /** Returns whether it is the one whose id the message bore in which it travelled last. */
    boolean isCarrier() {
        return id.equals(carrier);
    }
}
