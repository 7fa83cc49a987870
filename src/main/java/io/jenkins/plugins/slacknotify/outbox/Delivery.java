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
 * @param changedAt when {@code state} was reached
 */
public record Delivery(
        Entry entry,
        long position,
        State state,
        int attempts,
        @CheckForNull String note,
        @CheckForNull String receipt,
        Instant changedAt) {

    /** How far a delivery has come. */
    public enum State {
        /** It surely has not arrived yet. */
        WAITING,
        /** The courier was asked and has not answered: it may have arrived. This is also how a crash leaves it. */
        SENDING,
        /** An attempt ended without a word whether it arrived. It will be looked for before it is sent again. */
        UNCERTAIN,
        /** It has arrived. */
        SENT,
        /** It will not arrive: the answer was a refusal that another attempt would not change. */
        REFUSED,
        /** It was not sent in time to be news, and will not be. */
        EXPIRED;

        /** Whether nothing more will happen. */
        public boolean isFinished() {
            return this == SENT || this == REFUSED || this == EXPIRED;
        }

        /** Whether an earlier attempt may have arrived. */
        public boolean mayHaveArrived() {
            return this == SENDING || this == UNCERTAIN;
        }
    }

    static Delivery accepted(Entry entry, long position) {
        return new Delivery(entry, position, State.WAITING, 0, null, null, entry.acceptedAt());
    }

    Delivery sending(Instant now) {
        return new Delivery(entry, position, State.SENDING, attempts + 1, note, null, now);
    }

    /** What one more attempt makes of it. */
    Delivery after(Attempt attempt, Instant now) {
        if (attempt instanceof Attempt.Sent sent) {
            return tried(State.SENT, sent.note(), sent.receipt(), now);
        }
        if (attempt instanceof Attempt.Refused refused) {
            return tried(State.REFUSED, refused.reason(), null, now);
        }
        if (attempt instanceof Attempt.Uncertain uncertain) {
            return tried(State.UNCERTAIN, uncertain.reason(), null, now);
        }
        State as = state.mayHaveArrived() ? State.UNCERTAIN : State.WAITING;
        return tried(as, ((Attempt.Later) attempt).reason(), null, now);
    }

    Delivery expired(Instant now) {
        String reason = "Too old to be news" + (note == null ? "" : "; before that: " + note);
        return new Delivery(entry, position, State.EXPIRED, attempts, reason, null, now);
    }

    private Delivery tried(State next, @CheckForNull String why, @CheckForNull String what, Instant now) {
        return new Delivery(entry, position, next, attempts + 1, why, what, now);
    }
}
