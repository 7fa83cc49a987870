package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Hands the head of every lane to a worker: never two of one lane at a time, and a lane that has to rest keeps no worker.
 *
 * <p>Safe for use by many threads.
 */
final class Dispatcher {
    /**
     * What an attempt came to.
     *
     * @param delivery the delivery after the attempt
     * @param rest how long its lane rests before the next attempt; null where the delivery is finished
     */
    record Step(Delivery delivery, @CheckForNull Duration rest) {}

    private final Function<Delivery, Step> attempt;
    private final Executor workers;
    private final BiConsumer<Duration, Runnable> timer;
    private final Map<String, Lane> lanes = new HashMap<>();
    private boolean running;

    /**
     * @param attempt called on a worker; must not throw
     * @param timer runs a task after a time, on a thread that must not be held up
     */
    Dispatcher(Function<Delivery, Step> attempt, Executor workers, BiConsumer<Duration, Runnable> timer) {
        this.attempt = attempt;
        this.workers = workers;
        this.timer = timer;
    }

    /** Takes a delivery in. Nothing is sent before {@link #begin}. */
    synchronized void add(Delivery delivery) {
        String name = delivery.entry().lane();
        lanes.computeIfAbsent(name, unused -> new Lane()).put(delivery);
        dispatch(name);
    }

    synchronized void begin() {
        running = true;
        dispatchAll();
    }

    /** No new attempt begins after this; those under way go on. */
    synchronized void stop() {
        running = false;
    }

    /** Ends every rest, because the reason for it may have been mended. */
    synchronized void wakeAll() {
        lanes.values().forEach(Lane::endRest);
        dispatchAll();
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
        Delivery head;
        synchronized (this) {
            if (!running) {
                lane.release();
                return;
            }
            head = lane.head();
        }
        Step step = attempt.apply(head);
        synchronized (this) {
            settle(name, lane, step);
            dispatch(name);
        }
    }

    private void settle(String name, Lane lane, Step step) {
        if (step.rest() != null) {
            lane.put(step.delivery());
            long rest = lane.rest();
            timer.accept(step.rest(), () -> wake(name, lane, rest));
            return;
        }
        lane.remove(step.delivery());
        lane.release();
        if (lane.size() == 0) {
            lanes.remove(name);
        }
    }

    private synchronized void wake(String name, Lane lane, long rest) {
        lane.endRest(rest);
        dispatch(name);
    }
}
