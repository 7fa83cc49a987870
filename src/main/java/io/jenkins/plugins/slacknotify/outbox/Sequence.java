package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The deliveries of a lane that must stay in their order, such as the messages about one build, and how their attempts went. A
 * lane has many sequences; one that rests holds up no other. Not safe for threads.
 */
final class Sequence {
    /** What may be tried. */
    private final PositionQueue open = new PositionQueue();

    /** What waits until a person has fixed something, or until what goes before it is not held any more. */
    private PositionQueue held = PositionQueue.EMPTY;

    /** Its place among the sequences that are ready. */
    private long rank;

    /** The turn of its next entry; 0 where it has none yet. */
    private long turn;

    /** Until when it rests, in nanoseconds of uptime; null while it does not. */
    @CheckForNull
    private Long restsUntil;

    /** How often its next entry has failed in a row. */
    private int failures;

    /** How many of these failures, from the last one back, had the same reason. */
    private int alikeFailures;

    /** How many of the failures of the same reason were about the message alone. */
    private int ownFailures;

    @CheckForNull
    private String lastReason;

    /** What {@link Lane} had counted of arrivals when the first of these failures happened. */
    private long arrivalsBefore;

    /** Whether its next entry is not to travel with others any more. */
    private boolean alone;

    /** Whether its next entry was held, and is tried to see whether that is over. */
    private boolean probing;

    /** Adds a delivery, or replaces its state. */
    void put(Waiting waiting) {
        held.remove(waiting.position());
        open.put(waiting);
    }

    /** Adds a delivery that is held, or replaces its state by one in which it is. */
    void hold(Waiting waiting) {
        open.remove(waiting.position());
        held = held == PositionQueue.EMPTY ? new PositionQueue() : held;
        held.put(waiting);
        beginAnew();
    }

    /** Removes a delivery; empty where it is not here. */
    Optional<Waiting> remove(long position) {
        boolean isNext = open.first().filter(it -> it.position() == position).isPresent();
        if (isNext) {
            beginAnew();
        }
        Waiting waiting = open.remove(position);
        return Optional.ofNullable(waiting == null ? held.remove(position) : waiting);
    }

    /** Lets the first that is held be tried, unless something goes before it. */
    void release() {
        blocker().map(Waiting::position).map(held::remove).ifPresent(waiting -> {
            open.put(waiting);
            probing = true;
        });
    }

    /** Forgets how the attempts went: the next entry is another one. */
    private void beginAnew() {
        turn = 0;
        restsUntil = null;
        failures = 0;
        alikeFailures = 0;
        ownFailures = 0;
        lastReason = null;
        alone = false;
        probing = false;
    }

    /** Returns what is to be tried next; empty where all is held. */
    Optional<Waiting> next() {
        return open.first();
    }

    /** Returns what is held and goes before {@link #next}; empty where nothing does. */
    Optional<Waiting> blocker() {
        return held.first()
                .filter(first -> open.isEmpty()
                        || first.position() < open.first().orElseThrow().position());
    }

    Optional<Waiting> get(long position) {
        return open.get(position).or(() -> held.get(position));
    }

    boolean isEmpty() {
        return open.isEmpty() && held.isEmpty();
    }

    boolean isResting() {
        return restsUntil != null;
    }

    boolean restIsOver(long now) {
        return restsUntil != null && restsUntil <= now;
    }

    /** Ends its rest. It goes behind those that wait for their turn meanwhile. */
    void endRest() {
        restsUntil = null;
        turn = 0;
    }

    void restUntil(long end) {
        restsUntil = end;
    }

    /** Gives its next entry a turn, where it has none. */
    void claimTurn(FairShares shares) {
        SendOrder order = open.first().orElseThrow().order();
        if (turn == 0) {
            turn = shares.nextTurn(order);
        }
        rank = FairShares.rank(turn, order.urgency());
    }

    long turn() {
        return turn;
    }

    long rank() {
        return rank;
    }

    void failed(SendResult.Scope scope, @CheckForNull String reason, long arrivals) {
        if (failures == 0) {
            arrivalsBefore = arrivals;
        }
        failures++;
        if (scope != SendResult.Scope.SEQUENCE) {
            boolean alike = Objects.equals(reason, lastReason);
            lastReason = reason;
            alikeFailures = alike ? alikeFailures + 1 : 1;
            ownFailures = (alike ? ownFailures : 0) + (scope == SendResult.Scope.MESSAGE ? 1 : 0);
        }
    }

    int failures() {
        return failures;
    }

    int ownFailures() {
        return ownFailures;
    }

    int alikeFailures() {
        return alikeFailures;
    }

    /** Returns whether others of the lane have arrived since its next entry has begun to fail. */
    boolean failsAlone(long arrivals) {
        return failures > 0 && arrivals > arrivalsBefore;
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
        return Stream.concat(open.all(), held.all());
    }
}
