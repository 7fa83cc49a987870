package io.jenkins.plugins.slacknotify.outbox.delivery;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry and what has become of it.
 *
 * @param entry what is to be sent
 * @param position the entry's position in the order of acceptance; unique, and greater for what was accepted later
 * @param state how far the delivery has come
 * @param attempts how often the courier was asked to send it
 * @param reason why it waits or was refused, or what is uncertain about it; null where there is nothing to say
 * @param receipt what the courier returned when it was sent; null before
 * @param carrier the id of the entry in whose message it travelled last together with others, which may be its own; null
 *     where it travelled alone. Earlier versions had null for the one whose message it was, too
 * @param changedAt when {@code state} was reached
 * @param attempted when attempts may have delivered it unnoticed; null where none may have, or where nobody knows when: see
 *     {@link #doubt}
 * @param failures how many attempts of this process have failed in a row, as the courier gets to know; 0 for anybody else. What was held,
 *     or told to wait, has not failed
 */
public record Delivery(
        Entry entry,
        long position,
        State state,
        int attempts,
        @CheckForNull Note reason,
        @CheckForNull String receipt,
        @CheckForNull String carrier,
        Instant changedAt,
        @CheckForNull AttemptPeriod attempted,
        int failures) {

    private static final String BEHIND = "A message that goes before it has not arrived";

    /** Makes a delivery of which nobody counts how many attempts have failed. */
    public Delivery(
            Entry entry,
            long position,
            State state,
            int attempts,
            @CheckForNull Note reason,
            @CheckForNull String receipt,
            @CheckForNull String carrier,
            Instant changedAt,
            @CheckForNull AttemptPeriod attempted) {
        this(entry, position, state, attempts, reason, receipt, carrier, changedAt, attempted, 0);
    }

    /** Makes a delivery of which nobody knows when it may have arrived, if it may have. */
    public Delivery(
            Entry entry,
            long position,
            State state,
            int attempts,
            @CheckForNull Note reason,
            @CheckForNull String receipt,
            @CheckForNull String carrier,
            Instant changedAt) {
        this(entry, position, state, attempts, reason, receipt, carrier, changedAt, null);
    }

    public enum State {
        /** The entry surely has not arrived yet. */
        WAITING,
        /**
         * The courier was asked and has not answered, so the entry may have arrived. A crash leaves it in this state,
         * too.
         */
        SENDING,
        /** An attempt ended without an answer. The courier looks for the message before it sends the entry again. */
        UNCERTAIN,
        /**
         * The entry was refused for a reason that a person can fix. The outbox tries again when that seems to be done.
         */
        HELD,
        /** The entry has arrived. */
        SENT,
        /** The entry has arrived in the message of another entry. */
        FOLDED,
        /** The entry will not arrive: it was refused, and another attempt would not change that. */
        REFUSED,
        /** The entry was not sent in time to be news, and will not be. */
        EXPIRED,
        /** A person has decided that the entry is not sent. */
        DISCARDED;

        /** Returns whether the state is final. */
        public boolean isFinished() {
            return this == SENT || this == FOLDED || this == REFUSED || this == EXPIRED || this == DISCARDED;
        }

        /** Returns whether the entry has arrived. */
        public boolean hasArrived() {
            return this == SENT || this == FOLDED;
        }

        /** Returns whether an earlier attempt may have delivered the entry. */
        public boolean mayHaveArrived() {
            return this == SENDING || this == UNCERTAIN;
        }
    }

    public static Delivery accepted(Entry entry, long position) {
        return new Delivery(entry, position, State.WAITING, 0, null, null, null, entry.acceptedAt());
    }

    /** Returns all that is known of an unfinished delivery while the disk does not give it. */
    public static Delivery unread(DeliveryHead head, Note why) {
        Entry entry = new Entry(head.id(), head.order(), head.acceptedAt(), "");
        return new Delivery(entry, head.position(), head.state(), head.attempts(), why, null, null, head.acceptedAt());
    }

    /** Returns the reason for administrators; null where there is nothing to say. */
    @CheckForNull
    public String note() {
        return reason == null ? null : reason.text();
    }

    private static Note after(@CheckForNull Note known, String words, String separator) {
        return known == null ? Note.forEverybody(words) : known.after(words, separator);
    }

    /** Returns the id of the entry in whose message this one travelled last, which may be its own. */
    public String carrierId() {
        return carrier == null ? entry.id() : carrier;
    }

    /**
     * Returns when the entry may have arrived unnoticed; empty where it cannot have.
     *
     * @param now the end of that, where nobody knows when the attempts were made
     */
    public Optional<AttemptPeriod> doubt(Instant now) {
        if (!state.mayHaveArrived()) {
            return Optional.empty();
        }
        if (attempted == null) {
            return Optional.of(new AttemptPeriod(entry.acceptedAt(), now));
        }
        return Optional.of(state == State.SENDING ? attempted.withLongestEnd() : attempted);
    }

    /** Returns the period after one more attempt that may have delivered it; null where nobody knows it. */
    @CheckForNull
    private AttemptPeriod attempted(AttemptPeriod attempt) {
        if (!state.mayHaveArrived()) {
            return attempt;
        }
        return attempted == null ? null : attempted.with(attempt);
    }

    /** Returns whether the last attempt sent this delivery in one message with others. */
    public boolean inDigest() {
        return carrier != null;
    }

    /** Returns the delivery with what a head knows of it, which what is left of a damaged line does not say. */
    public Delivery of(DeliveryHead head) {
        Entry known = new Entry(head.id(), head.order(), head.acceptedAt(), entry.payload());
        return new Delivery(known, head.position(), state, attempts, reason, receipt, carrier, changedAt, attempted);
    }

    /** Returns whether the store has forgotten, or lost, what was to be sent, and knows only what has become of it. */
    public boolean isAbridged() {
        return state.isFinished() && entry.payload().isEmpty();
    }

    /** Returns what is kept in memory of this delivery while it waits. */
    public DeliveryHead head() {
        return new DeliveryHead(
                entry.id(),
                entry.order(),
                entry.acceptedAt(),
                position,
                new DeliveryHead.Progress(state, attempts, reason, carrier, changedAt));
    }

    /** Returns the delivery as the courier gets it, after so many {@link #failures}. */
    public Delivery afterFailures(int known) {
        return new Delivery(entry, position, state, attempts, reason, receipt, carrier, changedAt, attempted, known);
    }

    /** @param carriedBy the id of the entry in whose message it travels with others; null where it travels alone */
    public Delivery sending(@CheckForNull String carriedBy, Instant now) {
        return new Delivery(
                entry,
                position,
                State.SENDING,
                attempts + 1,
                reason,
                null,
                carriedBy,
                now,
                attempted(new AttemptPeriod(now, now)));
    }

    /**
     * Returns the delivery after one more attempt.
     *
     * @param as the id of the entry in whose message it travelled with others; null where it travelled alone
     * @param began when that attempt began
     */
    public Delivery after(SendResult result, @CheckForNull String as, Instant began, Instant now) {
        if (result instanceof SendResult.Sent sent) {
            boolean isFolded = as != null && !as.equals(entry.id());
            @CheckForNull String travelledIn = as == null && sent.withOthers() ? entry.id() : as;
            return tried(isFolded ? State.FOLDED : State.SENT, sent.note(), sent.receipt(), travelledIn, now);
        }
        if (result instanceof SendResult.Refused refused) {
            return tried(State.REFUSED, refused.note(), null, as, now);
        }
        if (result instanceof SendResult.Expired expired) {
            return tried(State.EXPIRED, expired.note(), null, as, now);
        }
        if (result instanceof SendResult.Uncertain uncertain) {
            return tried(State.UNCERTAIN, uncertain.note(), null, as, now)
                    .withAttempted(attempted(new AttemptPeriod(began, now)));
        }
        if (result instanceof SendResult.Absent absent) {
            return tried(State.WAITING, absent.note(), null, null, now);
        }
        // Neither result says anything about an earlier attempt.
        boolean doubt = state.mayHaveArrived();
        if (result instanceof SendResult.Held held) {
            return tried(doubt ? State.UNCERTAIN : State.HELD, held.note(), null, doubt ? as : null, now)
                    .withAttempted(attempted);
        }
        State next = doubt ? State.UNCERTAIN : State.WAITING;
        Note why = result instanceof SendResult.Awaits awaits ? awaits.note() : ((SendResult.Retry) result).note();
        return tried(next, why, null, doubt ? as : null, now).withAttempted(attempted);
    }

    /**
     * Returns the delivery apart from those with which it travelled, because it may not share a message with them any more. Their
     * message is not looked for on its behalf: it may be sent again without this one.
     */
    public Delivery apart() {
        return new Delivery(entry, position, state, attempts, reason, receipt, null, changedAt, attempted);
    }

    /**
     * Returns the delivery held without an attempt, because it must not overtake one that is held. If it may have arrived,
     * it stays so.
     */
    public Delivery heldBehind(DeliveryHead blocker, Instant now) {
        State next = state.mayHaveArrived() ? State.UNCERTAIN : State.HELD;
        Note behind = after(blocker.reason(), BEHIND, ": ").ofOneBehind();
        return new Delivery(entry, position, next, attempts, behind, null, carrier, now, attempted);
    }

    public Delivery expired(Instant now) {
        Note late = after(reason, "Too old to be news", "; before that: ");
        return new Delivery(entry, position, State.EXPIRED, attempts, late, null, carrier, now);
    }

    public Delivery discarded(Instant now) {
        return new Delivery(entry, position, State.DISCARDED, attempts, reason, null, carrier, now);
    }

    private Delivery tried(
            State next, @CheckForNull Note why, @CheckForNull String what, @CheckForNull String as, Instant now) {
        return new Delivery(entry, position, next, attempts + 1, why, what, as, now);
    }

    private Delivery withAttempted(@CheckForNull AttemptPeriod period) {
        return new Delivery(entry, position, state, attempts, reason, receipt, carrier, changedAt, period);
    }
}
