package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Hands what is next in every lane to a worker: never two of one lane at a time, and a lane that has to rest keeps no
 * worker.
 *
 * <p>What is held does not hold up its lane. It is tried again when something else of the lane arrives, when somebody says
 * that its reason may be mended, and one of it every {@link #PROBE}, to see whether the reason is still there.
 *
 * <p>Safe for use by many threads.
 */
final class Dispatcher {
    /** How long what is held is left alone. */
    static final Duration PROBE = Duration.ofMinutes(5);

    /**
     * What an attempt came to.
     *
     * @param deliveries the deliveries after the attempt
     * @param rest how long their lane rests before the next attempt; null where it need not
     */
    record Step(List<Delivery> deliveries, @CheckForNull Duration rest) {
        boolean has(Delivery.State state) {
            return deliveries.stream().anyMatch(delivery -> delivery.state() == state);
        }
    }

    private final Function<List<Delivery>, Step> attempt;
    private final Pace pace;
    private final Executor workers;
    private final BiConsumer<Duration, Runnable> timer;
    private final Map<String, Lane> lanes = new HashMap<>();
    private boolean running;

    /**
     * @param attempt called on a worker with what travels together; must not throw
     * @param timer runs a task after a time, on a thread that must not be held up
     */
    Dispatcher(
            Function<List<Delivery>, Step> attempt,
            Pace pace,
            Executor workers,
            BiConsumer<Duration, Runnable> timer) {
        this.attempt = attempt;
        this.pace = pace;
        this.workers = workers;
        this.timer = timer;
    }

    /** Takes a delivery in. Nothing is sent before {@link #begin}. */
    synchronized void add(Delivery delivery) {
        String name = delivery.entry().lane();
        lanes.computeIfAbsent(name, unused -> new Lane()).put(delivery);
        dispatch(name);
    }

    /**
     * Takes a delivery out.
     *
     * @return empty where it is not here, or a worker may have it in its hands
     */
    synchronized Optional<Delivery> remove(String lane, String id) {
        Optional<Lane> idle = Optional.ofNullable(lanes.get(lane)).filter(it -> !it.isWorking());
        Optional<Delivery> found = idle.map(it -> it.find(id));
        found.ifPresent(delivery -> {
            lanes.get(lane).remove(delivery);
            dropIfEmpty(lane);
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
            workers.execute(() -> work(name, lane));
        }
    }

    private void work(String name, Lane lane) {
        List<Delivery> next = take(name, lane);
        if (next.isEmpty()) {
            return;
        }
        Step step = attempt.apply(next);
        synchronized (this) {
            settle(name, lane, step);
        }
    }

    /** What may be sent now; empty where that is nothing, and then the lane is no worker's any more. */
    private synchronized List<Delivery> take(String name, Lane lane) {
        List<Delivery> next = running ? lane.next() : List.of();
        if (next.isEmpty()) {
            lane.release();
            return next;
        }
        Duration pause = pace.ask(next.get(0));
        if (pause.isZero()) {
            return next;
        }
        rest(name, lane, pause);
        return List.of();
    }

    private void settle(String name, Lane lane, Step step) {
        for (Delivery delivery : step.deliveries()) {
            if (delivery.state().isFinished()) {
                lane.remove(delivery);
            } else {
                lane.put(delivery);
            }
        }
        if (step.has(Delivery.State.SENT)) {
            lane.releaseHeld();
        } else if (step.has(Delivery.State.EXPIRED)) {
            lane.releaseOldest();
        }
        if (lane.planProbe()) {
            timer.accept(PROBE, () -> probe(name));
        }
        if (step.rest() != null) {
            rest(name, lane, step.rest());
        } else {
            lane.release();
            dropIfEmpty(name);
            dispatch(name);
        }
    }

    private void rest(String name, Lane lane, Duration time) {
        long rest = lane.rest();
        timer.accept(time, () -> wake(name, lane, rest));
    }

    private synchronized void wake(String name, Lane lane, long rest) {
        lane.endRest(rest);
        dispatch(name);
    }

    private synchronized void probe(String name) {
        Lane lane = lanes.get(name);
        if (lane != null) {
            lane.probe();
            dispatch(name);
        }
    }

    private void dropIfEmpty(String name) {
        Lane lane = lanes.get(name);
        if (lane != null && lane.size() == 0) {
            lanes.remove(name);
        }
    }
}
