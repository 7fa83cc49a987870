package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The scheduler of all lanes. It hands the next deliveries of each lane to a worker: at most one worker to a lane, and
 * none to a lane that rests.
 *
 * <p>A held delivery blocks its sequence, whose other entries are then held as well, but not its lane. It is tried
 * again when something else of the lane has arrived, when its sequence gets another entry, and when somebody says that
 * its reason may be fixed. Besides, every {@link #PROBE_INTERVAL} the oldest one is tried, to see whether its reason is
 * still there.
 *
 * <p>Safe for use by many threads.
 */
final class Dispatcher {
    /** The time between two probes of what is held in a lane. */
    static final Duration PROBE_INTERVAL = Duration.ofMinutes(5);

    /**
     * One attempt to make.
     *
     * @param deliveries what travels together
     * @param blocker a held delivery that goes before the first of them; empty where nothing is in the way
     */
    record Task(List<Delivery> deliveries, Optional<Delivery> blocker) {}

    /**
     * The outcome of one attempt.
     *
     * @param deliveries the deliveries after the attempt
     * @param rest how long their lane rests before the next attempt; null where it need not
     */
    record Outcome(List<Delivery> deliveries, @CheckForNull Duration rest) {
        /** This outcome, with deliveries that were left out of the attempt. */
        Outcome with(List<Delivery> leftOut) {
            List<Delivery> all = new ArrayList<>(deliveries);
            all.addAll(leftOut);
            return new Outcome(all, rest);
        }

        boolean reachesState(Predicate<Delivery.State> state) {
            return deliveries.stream().map(Delivery::state).anyMatch(state);
        }
    }

    private final Function<Task, Outcome> attempt;
    private final Function<Delivery, Duration> waitTime;
    private final BiConsumer<String, Runnable> workers;
    private final BiConsumer<Duration, Runnable> timer;
    private final Map<String, Lane> lanes = new HashMap<>();
    private boolean running;

    /**
     * @param attempt makes one attempt, on a worker; must not throw
     * @param waitTime how long a delivery has to wait, on the terms of {@link Pace#tryAcquire}
     * @param workers runs what a lane has to do, soon, on another thread that may block
     * @param timer runs a task after a time, on a thread that must not be held up
     */
    Dispatcher(
            Function<Task, Outcome> attempt,
            Function<Delivery, Duration> waitTime,
            BiConsumer<String, Runnable> workers,
            BiConsumer<Duration, Runnable> timer) {
        this.attempt = attempt;
        this.waitTime = waitTime;
        this.workers = workers;
        this.timer = timer;
    }

    /** Adds a delivery. Nothing is sent before {@link #begin}. */
    synchronized void add(Delivery delivery) {
        String name = delivery.entry().lane();
        lanes.computeIfAbsent(name, unused -> new Lane()).add(delivery);
        dispatch(name);
    }

    /**
     * Removes a delivery.
     *
     * @return empty where the delivery is not here, or a worker may be sending it
     */
    synchronized Optional<Delivery> remove(String lane, String id) {
        Optional<Lane> idle = Optional.ofNullable(lanes.get(lane)).filter(it -> !it.isWorking());
        Optional<Delivery> found = idle.flatMap(it -> it.find(id));
        found.ifPresent(delivery -> {
            lanes.get(lane).remove(delivery);
            dropIfDone(lane);
            dispatch(lane);
        });
        return found;
    }

    /** Starts to send. What an earlier process held is tried again. */
    synchronized void begin() {
        running = true;
        lanes.values().forEach(Lane::releaseHeld);
        dispatchAll();
    }

    /** Stops: no new attempt begins after this, and those under way go on. */
    synchronized void stop() {
        running = false;
    }

    /** Ends every rest and releases what is held, because its reason may be fixed. */
    synchronized void wakeAll() {
        lanes.values().forEach(Lane::endRest);
        lanes.values().forEach(Lane::releaseHeld);
        dispatchAll();
    }

    /** Releases what is held, because its reason may be fixed. Lanes that rest go on resting. */
    synchronized void releaseHeld() {
        lanes.values().forEach(Lane::releaseHeld);
        dispatchAll();
    }

    /** Returns all deliveries. What a worker is sending is in the state before its attempt. */
    synchronized List<Delivery> all() {
        return lanes.values().stream().flatMap(lane -> lane.all().stream()).toList();
    }

    synchronized int waiting() {
        return lanes.values().stream().mapToInt(Lane::size).sum();
    }

    private void dispatchAll() {
        List.copyOf(lanes.keySet()).forEach(this::dispatch);
    }

    private void dispatch(String name) {
        Lane lane = lanes.get(name);
        if (running && lane != null && lane.claim()) {
            workers.accept(name, () -> work(name, lane));
        }
    }

    private void work(String name, Lane lane) {
        take(name, lane).ifPresent(task -> {
            Outcome outcome = attempt.apply(task);
            synchronized (this) {
                applyOutcome(name, lane, outcome);
            }
        });
    }

    /** Takes what may be sent now. Where that is nothing, the lane is released and the result is empty. */
    private synchronized Optional<Task> take(String name, Lane lane) {
        List<Delivery> next = running ? lane.next() : List.of();
        if (next.isEmpty()) {
            lane.release();
            return Optional.empty();
        }
        Optional<Delivery> blocker = lane.blockerOf(next.get(0));
        Duration pause = blocker.isPresent() ? Duration.ZERO : waitTime.apply(next.get(0));
        if (pause.isZero()) {
            return Optional.of(new Task(next, blocker));
        }
        rest(name, lane, pause);
        return Optional.empty();
    }

    private void applyOutcome(String name, Lane lane, Outcome outcome) {
        for (Delivery delivery : outcome.deliveries()) {
            if (delivery.state().isFinished()) {
                lane.remove(delivery);
            } else {
                lane.put(delivery);
            }
        }
        if (outcome.reachesState(Delivery.State::hasArrived)) {
            lane.releaseHeld();
        } else if (outcome.reachesState(Delivery.State.EXPIRED::equals)) {
            lane.releaseOldest();
        }
        if (lane.planProbe()) {
            timer.accept(PROBE_INTERVAL, () -> probe(name));
        }
        if (outcome.rest() != null) {
            rest(name, lane, outcome.rest());
        } else {
            lane.release();
            dropIfDone(name);
            dispatch(name);
        }
    }

    private void rest(String name, Lane lane, Duration time) {
        long rest = lane.rest();
        timer.accept(time, () -> wake(name, lane, rest));
    }

    private synchronized void wake(String name, Lane lane, long rest) {
        lane.endRest(rest);
        dropIfDone(name);
        dispatch(name);
    }

    private synchronized void probe(String name) {
        Lane lane = lanes.get(name);
        if (lane != null) {
            lane.probe();
            dispatch(name);
        }
    }

    /**
     * Drops an empty lane. One that rests is kept, because what comes next has to wait for the end of the rest, too.
     */
    private void dropIfDone(String name) {
        Lane lane = lanes.get(name);
        if (lane != null && lane.isDone()) {
            lanes.remove(name);
        }
    }
}
