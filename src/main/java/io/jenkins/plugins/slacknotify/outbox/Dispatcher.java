package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Hands what is next in every lane to a worker: never two of one lane at a time, and a lane that has to rest keeps no
 * worker.
 *
 * <p>What is held holds up its conversation, which is then held as well, and not its lane. It is tried again when something else of the lane has arrived,
 * when something more of its conversation is added, when somebody says that its reason may be mended, and one of it every
 * {@link #PROBE_INTERVAL}, to see whether the reason is still there.
 *
 * <p>Safe for use by many threads.
 */
final class Dispatcher {
    /** How long what is held is left alone. */
    static final Duration PROBE_INTERVAL = Duration.ofMinutes(5);

    /**
     * What is to be attempted.
     *
     * @param deliveries what travels together
     * @param blocker what is held, and goes before the delivery; empty where the way is free
     */
    record Task(List<Delivery> deliveries, Optional<Delivery> blocker) {}

    /**
     * What an attempt came to.
     *
     * @param deliveries the deliveries after the attempt
     * @param rest how long their lane rests before the next attempt; null where it need not
     */
    record Outcome(List<Delivery> deliveries, @CheckForNull Duration rest) {
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
     * @param attempt called on a worker; must not throw
     * @param leave gives it, with the terms of {@link Pace#tryAcquire}
     * @param workers runs what a lane has to do, soon, on another thread that may block
     * @param timer runs a task after a time, on a thread that must not be held up
     */
    Dispatcher(
            Function<Task, Outcome> attempt,
            Function<Delivery, Duration> leave,
            BiConsumer<String, Runnable> workers,
            BiConsumer<Duration, Runnable> timer) {
        this.attempt = attempt;
        this.waitTime = leave;
        this.workers = workers;
        this.timer = timer;
    }

    /** Takes a delivery in. Nothing is sent before {@link #begin}. */
    synchronized void add(Delivery delivery) {
        String name = delivery.entry().lane();
        lanes.computeIfAbsent(name, unused -> new Lane()).add(delivery);
        dispatch(name);
    }

    /**
     * Takes a delivery out.
     *
     * @return empty where it is not here, or a worker may have it in its hands
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

    /** Sends what is here; what an earlier process held is tried again. */
    synchronized void begin() {
        running = true;
        lanes.values().forEach(Lane::releaseHeld);
        dispatchAll();
    }

    /** No new attempt begins after this; those under way go on. */
    synchronized void stop() {
        running = false;
    }

    /** Ends every rest and lets go what is held, because the reason for it may have been mended. */
    synchronized void wakeAll() {
        lanes.values().forEach(Lane::endRest);
        lanes.values().forEach(Lane::releaseHeld);
        dispatchAll();
    }

    /** Lets go what is held, because the reason for it may have been mended. What rests goes on resting. */
    synchronized void releaseHeld() {
        lanes.values().forEach(Lane::releaseHeld);
        dispatchAll();
    }

    /** All that is here, as it stands; what a worker has in its hands stands as before its attempt. */
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
        take(name, lane).ifPresent(turn -> {
            Outcome step = attempt.apply(turn);
            synchronized (this) {
                applyOutcome(name, lane, step);
            }
        });
    }

    /** What may be sent now; empty where that is nothing, and then the lane is no worker's any more. */
    private synchronized Optional<Task> take(String name, Lane lane) {
        List<Delivery> next = running ? lane.next() : List.of();
        if (next.isEmpty()) {
            lane.release();
            return Optional.empty();
        }
        Optional<Delivery> obstacle = lane.blockerOf(next.get(0));
        Duration pause = obstacle.isPresent() ? Duration.ZERO : waitTime.apply(next.get(0));
        if (pause.isZero()) {
            return Optional.of(new Task(next, obstacle));
        }
        rest(name, lane, pause);
        return Optional.empty();
    }

    private void applyOutcome(String name, Lane lane, Outcome step) {
        for (Delivery delivery : step.deliveries()) {
            if (delivery.state().isFinished()) {
                lane.remove(delivery);
            } else {
                lane.put(delivery);
            }
        }
        if (step.reachesState(Delivery.State::hasArrived)) {
            lane.releaseHeld();
        } else if (step.reachesState(Delivery.State.EXPIRED::equals)) {
            lane.releaseOldest();
        }
        if (lane.planProbe()) {
            timer.accept(PROBE_INTERVAL, () -> probe(name));
        }
        if (step.rest() != null) {
            rest(name, lane, step.rest());
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

    /** A lane that rests is kept, though nothing is in it: what comes next has to wait for the end of the rest, too. */
    private void dropIfDone(String name) {
        Lane lane = lanes.get(name);
        if (lane != null && lane.isDone()) {
            lanes.remove(name);
        }
    }
}
