package io.jenkins.plugins.slacknotify.outbox.lane;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One lane: what waits in it, what comes next, and what rests. Nothing here depends on the length of the backlog, but what
 * says so.
 *
 * <p>All times are nanoseconds of {@link OutboxThreads#uptime}. A timer that fires for a lane is no more than a hint to call
 * {@link #wake}: one that fires too often does no harm, and one that is lost is made good by the next.
 *
 * <p>Not safe for threads: its {@link Dispatcher} guards it.
 */
public final class Lane {
    /** The number of waiting deliveries from which they travel in one message. */
    static final int MIN_FOLDED = 4;

    /** The most that travel in one message, which names each of them and has a limited length. */
    public static final int MAX_FOLDED = 40;

    /** The greatest number of ready sequences that are searched for deliveries that may share a message. */
    private static final int MAX_SEARCHED = 10 * MAX_FOLDED;

    /** By how much a timer may fire too early, for lack of precision. */
    private static final long PRECISION = TimeUnit.MICROSECONDS.toNanos(100);

    private static final Comparator<Sequence> ORDER = Comparator.comparingLong(Sequence::rank)
            .thenComparingLong(sequence -> sequence.next().orElseThrow().position())
            .thenComparing(sequence -> sequence.next().orElseThrow().id());

    private final String name;

    private final Map<String, Sequence> sequences = new HashMap<>();

    /** The sequences that have something to try now. */
    private final NavigableSet<Sequence> ready = new TreeSet<>(ORDER);

    private final Set<Sequence> resting = new HashSet<>();

    /** The sequences whose first delivery is held, those that were tried longest ago first. */
    private final Set<Sequence> held = new LinkedHashSet<>();

    /**
     * The key in {@link #doubtful} for all deliveries that may have arrived alone, whose messages are searched for at once. No id has a
     * blank.
     */
    private static final String ANY_OF_THEIR_OWN = "  ";

    /** The ready sequences of which the next delivery may have arrived, by the message that it travelled in. */
    private final Map<String, Set<Sequence>> doubtful = new HashMap<>();

    private final FairShares shares = new FairShares();

    /** When the next probe of a held sequence is due; null if none is planned. */
    @CheckForNull
    private Long probeAt;

    /** Before this time, an arrival releases no held sequence, because one was released a moment ago. */
    private long releasesFrom = Long.MIN_VALUE;

    /** Whether the held sequences were released since the present attempt began, so that the attempt may have been too early. */
    private boolean releasedMeanwhile;

    private long settledBefore;

    /** Whether an exception has interrupted the change of a sequence, so that the sequence may be missing in one of the collections. */
    private boolean inDisorder;

    private final LaneActivity activity = new LaneActivity();
    private final LaneHealth health = new LaneHealth();
    private int size;

    Lane(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /**
     * Adds a delivery. What is held before it in its sequence is tried again, as a probe; and so is the delivery itself
     * where it was held by an earlier process.
     *
     * @return false where it is here already
     */
    boolean add(Waiting waiting) {
        if (find(waiting.order().sequence(), waiting.position()).isPresent()) {
            return false;
        }
        boolean added = false;
        try {
            change(waiting.order(), sequence -> {
                if (waiting.state() == Delivery.State.HELD && !sequence.isEmpty()) {
                    sequence.hold(waiting);
                } else {
                    sequence.put(waiting);
                }
                sequence.release();
            });
            added = true;
            size++;
        } finally {
            if (!added) {
                takeBack(waiting);
            }
        }
        return true;
    }

    /** Removes a delivery that could not be added, for lack of memory for example. Otherwise it would count as added, and never be tried. */
    private void takeBack(Waiting waiting) {
        sequence(waiting.order()).ifPresent(sequence -> {
            unlink(sequence);
            sequence.remove(waiting.position());
            if (sequence.isEmpty()) {
                held.remove(sequence);
                sequences.remove(waiting.order().sequence());
            } else {
                link(sequence);
            }
        });
    }

    /** Replaces the state of a delivery, which may be tried again. */
    void put(DeliveryHead head) {
        change(
                head.order(),
                sequence -> sequence.get(head.position()).ifPresent(before -> sequence.put(before.with(head))));
    }

    /** Replaces the state of a delivery, which waits until its sequence is released. */
    void hold(DeliveryHead head) {
        change(
                head.order(),
                sequence -> sequence.get(head.position()).ifPresent(before -> sequence.hold(before.with(head))));
    }

    /** Removes a delivery. What was held behind it in its sequence is tried now. */
    void remove(DeliveryHead head) {
        change(
                head.order(),
                sequence -> sequence.remove(head.position()).ifPresent(removed -> {
                    sequence.release();
                    size--;
                }));
    }

    /** Changes one sequence, and puts it into the collections in which it belongs then. */
    private void change(SendOrder of, Consumer<Sequence> change) {
        String name = of.sequence();
        Sequence sequence = sequences.computeIfAbsent(name, unused -> new Sequence());
        change(sequence, change);
        if (sequence.isEmpty()) {
            sequences.remove(name);
        }
    }

    private void change(Sequence sequence, Consumer<Sequence> change) {
        boolean isDone = false;
        try {
            unlink(sequence);
            try {
                change.accept(sequence);
            } finally {
                link(sequence);
            }
            isDone = true;
        } finally {
            inDisorder |= !isDone;
        }
    }

    /**
     * Builds all collections anew if an exception has interrupted a change. Walks through the whole backlog then. Returns whether that was
     * so: the lane may have lost deliveries that the store still has.
     */
    boolean repair() {
        if (!inDisorder) {
            return false;
        }
        ready.clear();
        resting.clear();
        doubtful.clear();
        held.removeIf(sequence -> sequence.blocker().isEmpty());
        sequences.values().removeIf(Sequence::isEmpty);
        sequences.values().forEach(this::link);
        size = (int) all().count();
        inDisorder = false;
        return true;
    }

    private void unlink(Sequence sequence) {
        if (!resting.remove(sequence) && sequence.next().isPresent()) {
            ready.remove(sequence);
            doubtfulTogether(sequence)
                    .ifPresent(parcel -> doubtful.computeIfPresent(parcel, (unused, companions) -> {
                        companions.remove(sequence);
                        return companions.isEmpty() ? null : companions;
                    }));
        }
    }

    private void link(Sequence sequence) {
        if (sequence.next().isPresent() && sequence.isResting()) {
            resting.add(sequence);
        } else if (sequence.next().isPresent()) {
            sequence.claimTurn(shares);
            ready.add(sequence);
            doubtfulTogether(sequence)
                    .ifPresent(parcel -> doubtful.computeIfAbsent(parcel, unused -> new LinkedHashSet<>())
                            .add(sequence));
        }
        if (sequence.blocker().isEmpty()) {
            held.remove(sequence);
        } else {
            held.add(sequence);
        }
    }

    /** Returns the message in which the next delivery of a sequence may have arrived; empty where it has not. */
    private static Optional<String> doubtfulTogether(Sequence sequence) {
        return sequence.next()
                .filter(it -> it.state().mayHaveArrived())
                .map(it -> isLookedForWithOthers(sequence, it) ? ANY_OF_THEIR_OWN : it.parcel());
    }

    private static boolean isLookedForWithOthers(Sequence sequence, Waiting next) {
        return next.mayHaveArrivedAlone() && next.order().foldable() && !sequence.travelsAlone();
    }

    /** Returns the held delivery that must not be overtaken by this one; empty where nothing is in its way. */
    Optional<Waiting> blockerOf(Waiting waiting) {
        return sequence(waiting.order()).flatMap(Sequence::blocker);
    }

    private Optional<Sequence> sequence(SendOrder of) {
        return Optional.ofNullable(sequences.get(of.sequence()));
    }

    /** Returns the delivery of a position; empty where it is not here. */
    Optional<Waiting> find(String sequence, long position) {
        return Optional.ofNullable(sequences.get(sequence)).flatMap(it -> it.get(position));
    }

    /**
     * Returns what is to be sent next, in one message.
     *
     * @return one delivery; several where they may have arrived before, together or each alone, or where enough wait that may be
     *     folded; none where none is ready
     */
    List<Waiting> next() {
        if (ready.isEmpty()) {
            return List.of();
        }
        Sequence first = ready.first();
        Optional<String> parcel = doubtfulTogether(first);
        if (parcel.isPresent()) {
            return parcel.get().equals(ANY_OF_THEIR_OWN) ? lookedForWith(first) : companions(parcel.get());
        }
        List<Waiting> foldable = mayBeFolded(first) ? foldable() : List.of();
        return foldable.size() >= MIN_FOLDED ? foldable : List.of(first.next().orElseThrow());
    }

    private List<Waiting> foldable() {
        return ready.stream()
                .limit(MAX_SEARCHED)
                .filter(Lane::mayBeFolded)
                .limit(MAX_FOLDED)
                .map(sequence -> sequence.next().orElseThrow())
                .toList();
    }

    private static boolean mayBeFolded(Sequence sequence) {
        Waiting next = sequence.next().orElseThrow();
        return next.order().foldable()
                && !next.state().mayHaveArrived()
                && !sequence.travelsAlone()
                && sequence.blocker().isEmpty();
    }

    /** Returns the next delivery of a sequence, which may have arrived alone, and others that may have arrived alone. */
    private List<Waiting> lookedForWith(Sequence first) {
        return Stream.concat(
                        Stream.of(first),
                        doubtful.get(ANY_OF_THEIR_OWN).stream().filter(it -> it != first))
                .limit(MAX_SEARCHED)
                .map(sequence -> sequence.next().orElseThrow())
                .toList();
    }

    /** Returns the deliveries that travelled in one message, the one whose id it bears first. */
    private List<Waiting> companions(String parcel) {
        return doubtful.get(parcel).stream()
                .map(sequence -> sequence.next().orElseThrow())
                .sorted(Comparator.comparing((Waiting it) -> !it.isCarrier()).thenComparingLong(Waiting::position))
                .toList();
    }

    /** Notes that the turn of a delivery's sequence was used for an attempt. */
    void served(Waiting waiting) {
        sequence(waiting.order()).ifPresent(it -> shares.served(it.turn()));
    }

    /** Notes that an attempt to send a delivery has failed. */
    void failed(DeliveryHead head, SendResult.Scope scope, boolean forAPerson) {
        sequence(head.order()).ifPresent(it -> it.failed(scope, head.note(), health.arrivals(), forAPerson));
    }

    /** Returns whether more than so many sequences are ready. */
    boolean hasReadyBeside(int sequences) {
        return ready.size() > sequences;
    }

    /** Notes that a delivery awaits others, and returns how often it was tried in vain for that reason. */
    int awaited(DeliveryHead head) {
        return sequence(head.order()).map(Sequence::awaited).orElse(1);
    }

    /** Returns whether a delivery of a sequence waits here. */
    boolean has(String name) {
        return sequences.containsKey(name);
    }

    /** Ends the rest of a sequence. Returns false where the sequence is not here any more. */
    boolean endRest(String name) {
        Sequence sequence = sequences.get(name);
        if (sequence != null && sequence.isResting()) {
            change(sequence, Sequence::endRest);
        }
        return sequence != null;
    }

    /** Returns how often the next delivery of a sequence has failed in a row. */
    int failures(SendOrder of) {
        return sequence(of).map(Sequence::failures).orElse(0);
    }

    /** Returns how often it has failed in a row, without the attempts that were held for a person. */
    int failuresBesideHeld(SendOrder of) {
        return sequence(of).map(Sequence::failuresBesideHeld).orElse(0);
    }

    /** Returns how an attempt with so many deliveries treats one of them. */
    LaneHealth.Manner manner(Waiting waiting, int travelling) {
        if (travelling > 1 && waiting.mayHaveArrivedAlone()) {
            return LaneHealth.Manner.LOOK_FOR_EACH;
        }
        return health.manner(sequence(waiting.order()).orElseThrow(), travelling);
    }

    /** Changes the sequence of a delivery, if it is here, and keeps its place among the others right. */
    void update(DeliveryHead head, Consumer<Sequence> change) {
        sequence(head.order()).ifPresent(sequence -> change(sequence, change));
    }

    /** Returns whether a predicate is true of the sequence of a delivery; false if the sequence is not here. */
    boolean is(DeliveryHead head, Predicate<Sequence> fact) {
        return sequence(head.order()).filter(fact).isPresent();
    }

    /** Returns all unfinished deliveries in their present states. */
    Stream<Waiting> all() {
        return sequences.values().stream().flatMap(Sequence::all);
    }

    /** Returns the number of unfinished deliveries. */
    int size() {
        return size;
    }

    /** Returns whether the lane is empty and nothing is going on in it. */
    boolean isDone() {
        return size == 0 && activity.isIdle();
    }

    /** Plans a probe of a held sequence. Returns false if none is held, or a probe is planned already. */
    boolean planProbe(long at) {
        boolean needed = !held.isEmpty() && probeAt == null;
        if (needed) {
            probeAt = at;
        }
        return needed;
    }

    /**
     * Says that something has arrived, so that what is held may arrive, too: one of it is tried. If that arrives, the next
     * is tried; otherwise no arrival releases another one for a while.
     *
     * @param wasHeld whether what has arrived was held before
     */
    void releaseAfterArrival(boolean wasHeld, long now, long pauseUntil) {
        if (wasHeld || releasesFrom <= now) {
            releasesFrom = pauseUntil;
            releaseOne();
        }
    }

    /** Releases the held sequence that was tried longest ago. */
    void releaseOne() {
        held.stream().findFirst().ifPresent(this::release);
    }

    /**
     * Releases what is held first in each sequence. What is held behind it follows when that has arrived. What may have arrived is never
     * held; it rests where a person has to fix something, and that ends, too. An attempt that is under way counts as held: it may end so
     * for a reason that has just been fixed.
     */
    void releaseHeld() {
        releasedMeanwhile = true;
        List.copyOf(held).forEach(this::release);
        resting.stream()
                .filter(Sequence::restsForAPerson)
                .toList()
                .forEach(sequence -> change(sequence, Sequence::endRest));
        activity.wakeForAPerson();
    }

    /** Releases the sequences whose first held delivery fulfils a condition. */
    void releaseHeld(Predicate<Waiting> condition) {
        held.stream()
                .filter(it -> it.blocker().filter(condition).isPresent())
                .toList()
                .forEach(this::release);
    }

    /** Notes that an attempt begins, and how many deliveries were settled by then. @param settled how many had been settled of all lanes */
    void attemptBegins(long settled) {
        releasedMeanwhile = false;
        settledBefore = settled;
    }

    /** Returns how many deliveries of all lanes had been settled when the present attempt began. */
    long settledBefore() {
        return settledBefore;
    }

    /** Whether held deliveries were released since the present attempt began. */
    boolean isReleasedMeanwhile() {
        return releasedMeanwhile;
    }

    private void release(Sequence sequence) {
        change(sequence, Sequence::release);
    }

    /**
     * Claims the lane for one worker.
     *
     * @return the number of the claim; null where a worker has it already, it rests, or nothing is ready
     */
    @CheckForNull
    Long claim(long now) {
        return ready.isEmpty() ? null : activity.claim(now);
    }

    /** Returns whether the lane works or rests, and since when. */
    LaneActivity activity() {
        return activity;
    }

    LaneHealth health() {
        return health;
    }

    /** Ends the rests of the lane and of its sequences that are over by now, and releases a held sequence if its probe is due. */
    void wake(long now) {
        activity.wake(now + PRECISION);
        List<Sequence> rested = new ArrayList<>();
        for (Sequence sequence : resting) {
            if (sequence.restIsOver(now + PRECISION)) {
                rested.add(sequence);
            }
        }
        rested.forEach(sequence -> change(sequence, Sequence::endRest));
        if (probeAt != null && probeAt <= now + PRECISION) {
            probeAt = null;
            releaseOne();
        }
    }

    /** Ends the rest of the lane and of all its sequences. */
    void wakeAll() {
        activity.wake(Long.MAX_VALUE);
        List.copyOf(resting).forEach(sequence -> change(sequence, Sequence::endRest));
    }
}
