package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

/**
 * An entry and what has become of it.
 *
 * @param entry what is to be sent
 * @param position the entry's place in the order of acceptance; unique, and greater for what was accepted later
 * @param state how far it has come
 * @param attempts how often the courier was asked to send it
 * @param note why it waits or was refused, or what is uncertain about it, in words for people; null where there is
 *     nothing to say
 * @param receipt what the courier answered when it was sent; null before
 * @param carrier the id of the entry in whose message it travelled last; null where that was its own
 * @param changedAt when {@code state} was reached
 */
public record Delivery(
        Entry entry,
        long position,
        State state,
        int attempts,
        @CheckForNull String note,
        @CheckForNull String receipt,
        @CheckForNull String carrier,
        Instant changedAt) {

    /** How far a delivery has come. */
    public enum State {
        /** It surely has not arrived yet. */
        WAITING,
        /** The courier was asked and has not answered: it may have arrived. This is also how a crash leaves it. */
        SENDING,
        /** An attempt ended without a word whether it arrived. It will be looked for before it is sent again. */
        UNCERTAIN,
        /** It was refused for a reason that a person can mend; it is tried again when that seems to be done. */
        HELD,
        /** It has arrived. */
        SENT,
        /** It has arrived in the message of another entry. */
        FOLDED,
        /** It will not arrive: the answer was a refusal that another attempt would not change. */
        REFUSED,
        /** It was not sent in time to be news, and will not be. */
        EXPIRED,
        /** Somebody did not want it sent any more. */
        DISCARDED;

        /** Whether nothing more will happen. */
        public boolean isFinished() {
            return this == SENT || this == FOLDED || this == REFUSED || this == EXPIRED || this == DISCARDED;
        }

        /** Whether it has arrived. */
        public boolean hasArrived() {
            return this == SENT || this == FOLDED;
        }

        /** Whether an earlier attempt may have arrived. */
        public boolean mayHaveArrived() {
            return this == SENDING || this == UNCERTAIN;
        }
    }

    public static Delivery accepted(Entry entry, long position) {
        return new Delivery(entry, position, State.WAITING, 0, null, null, null, entry.acceptedAt());
    }

    /** The id under which it travelled last. */
    public String carrierId() {
        return carrier == null ? entry.id() : carrier;
    }

    Delivery sending(String as, Instant now) {
        String other = as.equals(entry.id()) ? null : as;
        return new Delivery(entry, position, State.SENDING, attempts + 1, note, null, other, now);
    }

    /**
     * What one more attempt makes of it.
     *
     * @param as the id under which it travelled
     */
    Delivery after(SendResult attempt, String as, Instant now) {
        if (attempt instanceof SendResult.Sent sent) {
            return tried(as.equals(entry.id()) ? State.SENT : State.FOLDED, sent.note(), sent.receipt(), as, now);
        }
        if (attempt instanceof SendResult.Refused refused) {
            return tried(State.REFUSED, refused.reason(), null, as, now);
        }
        if (attempt instanceof SendResult.Uncertain uncertain) {
            return tried(State.UNCERTAIN, uncertain.reason(), null, as, now);
        }
        // Neither answer tells anything of an earlier attempt.
        boolean doubt = state.mayHaveArrived();
        if (attempt instanceof SendResult.Held held) {
            return tried(doubt ? State.UNCERTAIN : State.HELD, held.reason(), null, doubt ? as : entry.id(), now);
        }
        State next = doubt ? State.UNCERTAIN : State.WAITING;
        return tried(next, ((SendResult.Retry) attempt).reason(), null, doubt ? as : entry.id(), now);
    }

    /** Held without an attempt, because it must not overtake what is held. */
    Delivery heldBehind(Delivery obstacle, Instant now) {
        String reason = "A message that goes before it has not arrived: " + obstacle.note();
        return new Delivery(entry, position, State.HELD, attempts, reason, null, carrier, now);
    }

    public Delivery expired(Instant now) {
        String reason = "Too old to be news" + (note == null ? "" : "; before that: " + note);
        return new Delivery(entry, position, State.EXPIRED, attempts, reason, null, carrier, now);
    }

    Delivery discarded(Instant now) {
        return new Delivery(entry, position, State.DISCARDED, attempts, note, null, carrier, now);
    }

    private Delivery tried(State next, @CheckForNull String why, @CheckForNull String what, String as, Instant now) {
        String other = as.equals(entry.id()) ? null : as;
        return new Delivery(entry, position, next, attempts + 1, why, what, other, now);
    }
}
