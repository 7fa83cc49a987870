package io.jenkins.plugins.slacknotify.outbox.lane;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.thread.Bulkhead;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedLog;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.logging.Level;

/**
 * The scheduler of all lanes. It hands the next deliveries of each lane to a worker: at most one worker to a lane, and
 * none to a lane that rests.
 *
 * <p>After a failure that is about the message, its sequence rests; after one that is about the lane, the lane rests. {@link LaneHealth}
 * judges which of them it is.
 *
 * <p>A held delivery blocks its sequence, so that the other entries of the sequence are held, too, but it does not block its lane. It is
 * tried again when its sequence gets another entry, or when somebody says that the reason may be fixed. Besides, one held delivery of a lane
 * is tried, each in its turn, when another delivery of the lane has arrived, and every {@link #PROBE_INTERVAL}. If it arrives, the next one
 * is tried.
 *
 * <p>An exception of a port, or a lack of memory or threads, costs one attempt. The lane is tried again after a rest, or by {@link #sweep},
 * which repairs what got lost: a task that no worker has begun, or a timer that did not fire.
 *
 * <p>Safe for use by many threads. Nothing under its lock waits for a disk or a port.
 */
public final class Dispatcher {
    private static final GuardedLog LOGGER = GuardedLog.of(Dispatcher.class);

    /** The time between two attempts to send one of the held deliveries of a lane. */
    public static final Duration PROBE_INTERVAL = Duration.ofMinutes(5);

    /** For how long no further held delivery is released by the arrival of others, after one was released so. */
    static final Duration RELEASE_PAUSE = Duration.ofMinutes(1);

    /** After this time a worker that was asked for and has not begun counts as lost, and another is asked for. */
    static final Duration WORKER_LOST_AFTER = Duration.ofMinutes(5);

    private final Attempts attempts;
    private final BiFunction<String, Runnable, Bulkhead.Ticket> workers;
    private final OutboxThreads threads;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final AwaitedDeliveries awaited = new AwaitedDeliveries();
    private boolean running;
    private int size;

    /**
     * @param workers run the task of a lane (given by its name) on a thread that may block, and return a ticket for it
     * @param threads set the timers; do not throw
     */
    public Dispatcher(
            Attempts attempts,
            BiFunction<String, Runnable, Bulkhead.Ticket> workers,
            OutboxThreads threads,
            InstantSource clock,
            Backoff backoff) {
        this.attempts = attempts;
        this.workers = workers;
        this.threads = threads;
        this.clock = clock;
        this.backoff = backoff;
    }

    /** Adds a delivery, unless it was added before. Nothing is sent before {@link #begin}. */
    public synchronized void add(DeliveryHead head) {
        String name = head.order().lane();
        Lane lane = lanes.computeIfAbsent(name, Lane::new);
        if (lane.add(Waiting.of(head, clock.instant(), threads.uptime()))) {
            size++;
        }
        dispatch(name);
    }

    /**
     * Removes a delivery.
     *
     * @return empty if the delivery was not added, or a worker may be sending it
     */
    public synchronized Optional<DeliveryHead> remove(DeliveryHead head) {
        String name = head.order().lane();
        Optional<Waiting> found = Optional.ofNullable(lanes.get(name))
                .flatMap(lane -> lane.find(head.order().sequence(), head.position())
                        .filter(waiting -> !lane.activity().isSending(waiting)));
        found.ifPresent(waiting -> {
            drop(lanes.get(name), waiting.head());
            dropIfDone(name);
            dispatch(name);
        });
        return found.map(Waiting::head);
    }

    /** Takes a delivery out of its lane. Call this under the lock of this object. */
    private synchronized void drop(Lane lane, DeliveryHead head) {
        int before = lane.size();
        lane.remove(head);
        size -= before - lane.size();
    }

    /** Starts to send. Deliveries that were held by an earlier process are tried again. */
    public synchronized void begin() {
        running = true;
        releaseHeld();
    }

    /** Stops sending: no attempt begins after this. Attempts under way go on. */
    public synchronized void stop() {
        running = false;
    }

    /** Ends every rest and releases all held deliveries, because the reasons may be fixed. */
    public synchronized void wakeAll() {
        lanes.values().forEach(lane -> lane.wakeAll());
        releaseHeld();
    }

    /** Releases all held deliveries, because the reasons may be fixed. Lanes that rest for another reason go on resting. */
    synchronized void releaseHeld() {
        releaseHeld(name -> true);
    }

    /** Releases the held deliveries of some lanes, on the terms of {@link #releaseHeld()}. */
    public synchronized void releaseHeld(Predicate<String> some) {
        List<String> names = lanes.keySet().stream().filter(some).toList();
        names.forEach(name -> lanes.get(name).releaseHeld());
        names.forEach(this::dispatch);
    }

    /**
     * Repairs what got lost: dispatches every lane that should be at work, and releases the held deliveries that fulfil a condition. Walks
     * through all lanes, and in each through the first held delivery of each sequence. A fault in one lane keeps no other from being repaired.
     *
     * @return whether the dispatcher may have lost deliveries, for lack of memory for example, so that they have to be read from the store
     */
    public synchronized boolean sweep(Predicate<Waiting> released) {
        awaited.retain(waiter ->
                lanes.containsKey(waiter.lane()) && lanes.get(waiter.lane()).has(waiter.sequence()));
        boolean isIncomplete = false;
        for (String name : List.copyOf(lanes.keySet())) {
            try {
                Lane lane = lanes.get(name);
                isIncomplete |= lane.repair();
                sweep(lane, released);
            } catch (Throwable e) {
                LOGGER.log(Level.WARNING, e, () -> "Could not look after the notifications of lane '" + name + "'");
            }
        }
        if (isIncomplete) {
            size = lanes.values().stream().mapToInt(Lane::size).sum();
        }
        return isIncomplete;
    }

    private void sweep(Lane lane, Predicate<Waiting> released) {
        if (lane.activity().askAgain(now() - WORKER_LOST_AFTER.toNanos())) {
            LOGGER.log(
                    Level.WARNING,
                    null,
                    () -> "No thread has come for the notifications of lane '" + lane.name()
                            + "'; another one is asked for");
        }
        lane.releaseHeld(released);
        wake(lane.name());
    }

    /** Returns since when a lane makes no progress for an internal reason, in nanoseconds of uptime; empty if there is no such lane. */
    public synchronized Optional<Long> stuckSince() {
        return lanes.values().stream()
                .map(lane -> lane.activity().stuckSince())
                .flatMap(Optional::stream)
                .min(Long::compare);
    }

    /** Returns all deliveries, in no order. A delivery that a worker is sending is in the state before its attempt. */
    public synchronized List<DeliveryHead> all() {
        return lanes.values().stream().flatMap(Lane::all).map(Waiting::head).toList();
    }

    public synchronized int waiting() {
        return size;
    }

    /** Returns the number of waiting deliveries of a lane. */
    public synchronized int waiting(String lane) {
        return lanes.containsKey(lane) ? lanes.get(lane).size() : 0;
    }

    private long now() {
        return threads.uptime().toNanos();
    }

    private void dispatch(String name) {
        Lane lane = lanes.get(name);
        @CheckForNull Long claim = running && lane != null ? lane.claim(now()) : null;
        if (claim == null) {
            return;
        }
        long number = claim;
        try {
            lane.activity().asked(workers.apply(name, () -> work(lane, number)));
        } catch (Throwable e) {
            report("Could not ask for a thread to send notifications", e);
            restAfterFault(lane, List.of());
        }
    }

    private void work(Lane lane, long claim) {
        Attempts.Task task = null;
        AttemptOutcome outcome = null;
        try {
            task = take(lane, claim);
            if (task != null) {
                outcome = attempts.attempt(task);
            }
        } catch (Throwable e) {
            report("Sending failed for a reason of its own; it will be tried again", e);
        } finally {
            finish(lane, claim, task, outcome);
        }
    }

    /** Takes the next deliveries of a lane; null if none may be sent now, or another worker has the lane. */
    @CheckForNull
    private synchronized Attempts.Task take(Lane lane, long claim) {
        if (!lane.activity().isClaimedBy(claim)) {
            return null;
        }
        List<Waiting> next = running ? lane.next() : List.of();
        if (next.isEmpty()) {
            lane.activity().release();
            dropIfDone(lane.name());
            return null;
        }
        lane.activity().send(next, now());
        lane.attemptBegins(awaited.settled());
        Waiting first = next.get(0);
        return new Attempts.Task(
                next, lane.blockerOf(first), lane.manner(first, next.size()), lane.failuresBesideHeld(first.order()));
    }

    private synchronized void finish(
            Lane lane, long claim, @CheckForNull Attempts.Task task, @CheckForNull AttemptOutcome outcome) {
        if (!lane.activity().isClaimedBy(claim)) {
            return;
        }
        try {
            if (outcome == null) {
                restAfterFault(lane, task == null ? List.of() : task.deliveries());
            } else {
                lane.activity().works();
                settle(lane, task, outcome);
            }
        } catch (Throwable e) {
            // For lack of memory, for example. The next sweep repairs the lane.
            lane.activity().release();
            report("Could not go on with the notifications of a channel; it will be tried again", e);
        }
    }

    /**
     * Lets a lane rest after an internal fault; until the next sweep, if the rest cannot be planned either. The deliveries that were tried
     * count as failed, because one of them may be the reason.
     */
    private void restAfterFault(Lane lane, List<Waiting> tried) {
        lane.activity().release();
        try {
            lane.activity().broken(now());
            if (tried.isEmpty()) {
                lane.health().failed();
                rest(lane, new Rest(backoff.after(lane.health().failuresInRow()), false));
            } else {
                List<DeliveryHead> heads = tried.stream().map(Waiting::head).toList();
                goOn(lane, failed(lane, heads, SendResult.Scope.LANE, false));
            }
        } catch (Throwable e) {
            report("Could not plan when to go on with the notifications of a channel; it will be tried again", e);
        }
    }

    /** Ends the rest of the sequences that have waited for these deliveries to be finished or held. */
    public synchronized void settled(List<DeliveryHead> heads) {
        Set<String> woken = new LinkedHashSet<>();
        for (DeliveryHead head : heads) {
            if (head.state().isFinished() || head.state() == Delivery.State.HELD) {
                for (AwaitedDeliveries.Waiter waiter : awaited.settled(head.id())) {
                    Lane lane = lanes.get(waiter.lane());
                    if (lane != null && lane.endRest(waiter.sequence())) {
                        woken.add(waiter.lane());
                    }
                }
            }
        }
        woken.forEach(this::dispatch);
    }

    private void settle(Lane lane, Attempts.Task task, AttemptOutcome outcome) {
        @CheckForNull Rest rest = null;
        if (outcome instanceof AttemptOutcome.Postponed postponed) {
            rest = new Rest(postponed.pause(), false);
        } else if (outcome instanceof AttemptOutcome.Gone gone) {
            gone.heads().forEach(head -> drop(lane, head));
            settled(gone.heads());
        } else if (outcome instanceof AttemptOutcome.Tried tried) {
            rest = settle(lane, task, tried);
        } else if (outcome instanceof AttemptOutcome.LookedFor looked) {
            rest = settle(lane, task, looked);
        }
        planProbe(lane);
        goOn(lane, rest);
    }

    private void planProbe(Lane lane) {
        if (lane.planProbe(now() + PROBE_INTERVAL.toNanos())) {
            later(PROBE_INTERVAL, lane.name());
        }
    }

    /** Lets the lane rest, or dispatches its next deliveries if {@code rest} is null. */
    private void goOn(Lane lane, @CheckForNull Rest rest) {
        if (rest != null) {
            rest(lane, rest);
        } else {
            lane.activity().release();
            dropIfDone(lane.name());
            dispatch(lane.name());
        }
    }

    /** Returns the rest of the whole lane; null if it need not rest. */
    @CheckForNull
    private Rest settle(Lane lane, Attempts.Task task, AttemptOutcome.Tried tried) {
        boolean wasHeld = tried.heads().stream().anyMatch(head -> lane.is(head, Sequence::isProbing));
        if (tried.result() != null) {
            lane.served(task.deliveries().get(0));
        }
        tried.heads().forEach(head -> apply(lane, task, head));
        tried.apart().forEach(lane::put);
        settled(tried.heads());
        if (tried.heads().stream().anyMatch(head -> head.state().hasArrived())) {
            lane.health().arrived();
            lane.releaseAfterArrival(wasHeld, now(), now() + RELEASE_PAUSE.toNanos());
        }
        List<DeliveryHead> left = tried.heads().stream()
                .filter(head -> !head.state().isFinished() && head.state() != Delivery.State.HELD)
                .toList();
        return tried.result() == null ? null : rest(lane, task, left, tried.result());
    }

    /** Returns the rest of the whole lane; null if it need not rest. */
    @CheckForNull
    private Rest settle(Lane lane, Attempts.Task task, AttemptOutcome.LookedFor looked) {
        lane.served(task.deliveries().get(0));
        looked.heads().forEach(head -> apply(lane, task, head));
        settled(looked.heads());
        looked.alone().forEach(head -> lane.update(head, Sequence::travelAlone));
        SendResult failure = looked.failure();
        if (failure == null) {
            lane.health().answered();
            return null;
        }
        return rest(lane, task, looked.doubtful(), failure);
    }

    /**
     * A rest of a lane or a sequence.
     *
     * @param forAPerson whether a person has to fix the reason, so that the rest ends when somebody says that it may be fixed
     */
    private record Rest(Duration time, boolean forAPerson) {
        Rest twice() {
            return new Rest(time.multipliedBy(2), forAPerson);
        }
    }

    private void apply(Lane lane, Attempts.Task task, DeliveryHead head) {
        if (head.state().isFinished()) {
            drop(lane, head);
        } else if (task.blocker().isPresent() || (head.state() == Delivery.State.HELD && !lane.isReleasedMeanwhile())) {
            lane.hold(head);
        } else {
            lane.put(head);
        }
    }

    /**
     * Lets sequences rest after a result.
     *
     * @param left the deliveries that were tried and still wait
     * @return the rest of the whole lane; null if it need not rest
     */
    @CheckForNull
    private Rest rest(Lane lane, Attempts.Task task, List<DeliveryHead> left, SendResult result) {
        if (left.isEmpty()) {
            lane.health().answered();
            return null;
        }
        boolean forAPerson = result instanceof SendResult.Held;
        if (forAPerson && lane.isReleasedMeanwhile()) {
            return null;
        }
        if (result instanceof SendResult.Awaits awaits) {
            left.forEach(head -> await(lane, head, awaits.ids()));
            return null;
        }
        Duration asked = result instanceof SendResult.Retry retry ? retry.pause() : null;
        if (asked != null) {
            Rest rest = new Rest(asked, false);
            if (result.scope() == SendResult.Scope.LANE) {
                return rest;
            }
            restSequences(lane, left, rest);
            return null;
        }
        SendResult.Scope scope = result.scope();
        boolean doubt = left.stream().anyMatch(head -> head.state().mayHaveArrived());
        if (task.deliveries().size() > 1 && !doubt && scope == SendResult.Scope.MESSAGE) {
            // The others may still be sent in one digest: the reason may have been an outage.
            lane.update(left.get(0), Sequence::travelAlone);
            left.stream().skip(1).forEach(head -> lane.update(head, Sequence::forgetFailures));
            return null;
        }
        return failed(lane, left, scope, forAPerson);
    }

    /** Lets a sequence rest until one of the given deliveries is settled, or until its backoff is over, in case that goes unnoticed. */
    private void await(Lane lane, DeliveryHead head, Set<String> ids) {
        AwaitedDeliveries.Waiter waiter =
                new AwaitedDeliveries.Waiter(lane.name(), head.order().sequence());
        int waits = lane.awaited(head);
        Duration time = backoff.after(awaited.add(waiter, ids, lane.settledBefore()) ? waits : 1);
        restSequences(lane, List.of(head), new Rest(time, false));
    }

    @CheckForNull
    private Rest failed(Lane lane, List<DeliveryHead> left, SendResult.Scope scope, boolean forAPerson) {
        LaneHealth health = lane.health();
        boolean about = scope != SendResult.Scope.LANE;
        left.forEach(head -> lane.failed(head, scope, forAPerson));
        DeliveryHead first = left.get(0);
        int failures = lane.failures(first.order());
        boolean alone = lane.is(first, health::failsAlone);
        if (!alone && (!about || failures == 1)) {
            health.failed();
        }
        if (about || alone) {
            restSequences(lane, left, new Rest(backoff.after(failures), forAPerson));
            boolean suspicious = !alone && failures == 1 && health.failuresInRow() >= LaneHealth.SUSPICIOUS;
            return suspicious
                    ? new Rest(backoff.after(health.failuresInRow() - LaneHealth.SUSPICIOUS + 1), forAPerson)
                    : null;
        }
        Rest rest = new Rest(backoff.after(health.failuresInRow()), forAPerson);
        if (failures % LaneHealth.SUSPICIOUS == 0 && lane.hasReadyBeside(left.size())) {
            // Another one is tried next: if that arrives, it was not the lane.
            restSequences(lane, left, rest.twice());
        }
        return rest;
    }

    private void restSequences(Lane lane, List<DeliveryHead> heads, Rest rest) {
        long end = now() + rest.time().toNanos();
        heads.forEach(head -> lane.update(head, sequence -> sequence.restUntil(end, rest.forAPerson())));
        later(rest.time(), lane.name());
    }

    private void rest(Lane lane, Rest rest) {
        lane.activity().restUntil(now() + rest.time().toNanos(), rest.forAPerson());
        later(rest.time(), lane.name());
    }

    private void later(Duration time, String lane) {
        threads.later(time, () -> wake(lane));
    }

    private synchronized void wake(String name) {
        Lane lane = lanes.get(name);
        if (lane != null) {
            lane.wake(now());
            planProbe(lane);
            dropIfDone(name);
            dispatch(name);
        }
    }

    /**
     * Drops an empty lane, unless it rests: its next delivery has to wait for the end of the rest.
     */
    private void dropIfDone(String name) {
        Lane lane = lanes.get(name);
        if (lane != null && lane.isDone()) {
            lanes.remove(name);
        }
    }

    private static void report(String what, Throwable e) {
        LOGGER.log(Level.WARNING, what, e);
    }
}
