package io.jenkins.plugins.slacknotify.outbox.lane;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The deliveries of a lane that must stay in their order, such as the messages about one build, and how their attempts went. A
 * lane has many sequences; one that rests holds up no other. As a queue it has what may be tried; there may be a hundred thousand of
 * them, so this is no object of its own. Not safe for threads.
 */
final class Sequence extends PositionQueue {
    /** The held entries: they wait until a person has fixed something, or until the entries before them are not held any more. */
    private PositionQueue held = PositionQueue.EMPTY;

    /** The turn of the next entry; 0 where it has none yet. */
    private long turn;

    /** Until when the sequence rests, in nanoseconds of uptime; null while it does not. */
    @CheckForNull
    private Long restsUntil;

    /** Whether the sequence rests for a reason that a person has to fix. */
    private boolean restsForAPerson;

    /** The failed attempts at the next entry; null where none has failed. */
    @CheckForNull
    private FailureCount failures;

    /** How often the next entry was tried in vain because it awaits others. */
    private int waits;

    /** Whether the next entry is not to travel with others any more. */
    private boolean alone;

    /** Whether the next entry was held, and is tried in case the reason is fixed. */
    private boolean probing;

    /** The failed attempts at the next entry, one after the other. */
    private static final class FailureCount {
        private int all;

        /** How many of the failures, from the last one back, had the same reason. */
        private int alike;

        /** How many of the failures of the same reason were not about the lane. */
        private int own;

        /** How many of the failures of the same reason were surely about the message. */
        private int certain;

        /** How many attempts were held for a person, while the entry stayed in doubt. */
        private int held;

        @CheckForNull
        private String lastReason;

        /** How many arrivals {@link Lane} had counted when the first of the failures happened. */
        private final long arrivalsBefore;

        /** Whether one of the failures happened although entries of other sequences had arrived meanwhile. */
        private boolean beside;

        FailureCount(long arrivals) {
            arrivalsBefore = arrivals;
        }
    }

    /** Adds a delivery, or replaces its state. */
    void put(Waiting waiting) {
        held.take(waiting.position());
        insert(waiting);
    }

    /** Adds a delivery that is held, or replaces its state by one in which it is. */
    void hold(Waiting waiting) {
        take(waiting.position());
        held = held == PositionQueue.EMPTY ? new PositionQueue() : held;
        held.insert(waiting);
        beginAnew();
    }

    /** Removes a delivery; empty where it is not here. */
    Optional<Waiting> remove(long position) {
        boolean isNext = head().filter(it -> it.position() == position).isPresent();
        if (isNext) {
            beginAnew();
        }
        Waiting waiting = take(position);
        return Optional.ofNullable(waiting == null ? held.take(position) : waiting);
    }

    /** Lets the first held entry be tried, unless another entry goes before it. */
    void release() {
        blocker().map(Waiting::position).map(held::take).ifPresent(waiting -> {
            insert(waiting);
            probing = true;
        });
    }

    /** Forgets how earlier attempts went, because the next entry is another one now. */
    private void beginAnew() {
        turn = 0;
        restsUntil = null;
        failures = null;
        waits = 0;
        alone = false;
        probing = false;
    }

    /** Returns the entry to be tried next; empty if all are held. */
    Optional<Waiting> next() {
        return head();
    }

    /** Returns the held entry that goes before {@link #next}; empty if there is none. */
    Optional<Waiting> blocker() {
        return held.head()
                .filter(first ->
                        hasNone() || first.position() < head().orElseThrow().position());
    }

    Optional<Waiting> get(long position) {
        return at(position).or(() -> held.at(position));
    }

    boolean isEmpty() {
        return hasNone() && held.hasNone();
    }

    boolean isResting() {
        return restsUntil != null;
    }

    boolean restIsOver(long now) {
        return restsUntil != null && restsUntil <= now;
    }

    /** Ends the rest of the sequence. Its next turn comes after those that others were given meanwhile. */
    void endRest() {
        restsUntil = null;
        turn = 0;
    }

    boolean restsForAPerson() {
        return isResting() && restsForAPerson;
    }

    /** @param forAPerson whether it rests because of what a person has to fix */
    void restUntil(long end, boolean forAPerson) {
        restsUntil = end;
        restsForAPerson = forAPerson;
    }

    /** Gives the next entry a turn, if it has none. */
    void claimTurn(FairShares shares) {
        if (turn == 0) {
            turn = shares.nextTurn(head().orElseThrow().order());
        }
    }

    long turn() {
        return turn;
    }

    /** Returns its place among the sequences that are ready. */
    long rank() {
        return FairShares.rank(turn, head().orElseThrow().order().urgency());
    }

    /** @param forAPerson whether the attempt was held for a person, while the entry stays in doubt */
    void failed(SendResult.Scope scope, @CheckForNull String reason, long arrivals, boolean forAPerson) {
        FailureCount row = failures == null ? new FailureCount(arrivals) : failures;
        failures = row;
        row.all++;
        row.held += forAPerson ? 1 : 0;
        if (!row.beside && arrivals > row.arrivalsBefore) {
            // Until then, what kept the others back may have kept this one back, too.
            row.beside = true;
            row.alike = 0;
            row.own = 0;
            row.certain = 0;
        }
        if (scope != SendResult.Scope.SEQUENCE) {
            boolean alike = Objects.equals(reason, row.lastReason);
            row.lastReason = reason;
            row.alike = alike ? row.alike + 1 : 1;
            row.own = (alike ? row.own : 0) + (scope == SendResult.Scope.LANE ? 0 : 1);
            row.certain = (alike ? row.certain : 0) + (scope == SendResult.Scope.MESSAGE ? 1 : 0);
        }
    }

    void forgetFailures() {
        failures = null;
    }

    int failures() {
        return failures == null ? 0 : failures.all;
    }

    /** Returns how many attempts have failed in a row, without those that were held for a person. */
    int failuresBesideHeld() {
        return failures == null ? 0 : failures.all - failures.held;
    }

    int ownFailures() {
        return failures == null ? 0 : failures.own;
    }

    int certainFailures() {
        return failures == null ? 0 : failures.certain;
    }

    int alikeFailures() {
        return failures == null ? 0 : failures.alike;
    }

    /** Returns whether its next entry has failed although others of the lane had arrived since it began to fail. */
    boolean failsBesideArrivals() {
        return failures != null && failures.beside;
    }

    /** Counts an attempt in vain because its next entry awaits others, and returns the number of such attempts. */
    int awaited() {
        return ++waits;
    }

    void travelAlone() {
        alone = true;
    }

    boolean travelsAlone() {
        return alone;
    }

    boolean isProbing() {
        return probing;
    }

    Stream<Waiting> all() {
        return Stream.concat(inOrder(), held.inOrder());
    }
}
