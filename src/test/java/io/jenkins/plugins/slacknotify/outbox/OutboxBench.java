package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A test bench for an outbox: the test moves time and threads by hand, and sees everything that the outbox does. */
final class OutboxBench {
    /** With chance at 0: 1 s after the first attempt, 2 s after the second, and so on. */
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), () -> 0);

    static final Duration MAX_AGE = Duration.ofHours(24);

    final ManualClock clock = new ManualClock();
    final ScriptedCourier courier = new ScriptedCourier();
    final List<Delivery> heard = new ArrayList<>();
    final OutboxStore store;
    ManualThreads threads;
    Outbox outbox;
    private int remembered = 50_000;
    Duration maximumAge = MAX_AGE;
    Pace pace = Pace.unlimited();

    OutboxBench() {
        this(new InMemoryOutboxStore());
    }

    OutboxBench(OutboxStore store) {
        this.store = store;
        newProcess();
    }

    /** Sets how many finished deliveries the outboxes of the next processes remember. */
    OutboxBench remembering(int most) {
        remembered = most;
        return this;
    }

    /** Replaces the outbox as after a crash: nothing is left but the store. The new one is not started yet. */
    OutboxBench newProcess() {
        threads = new ManualThreads(clock);
        outbox = Outbox.builder(store, courier, threads)
                .listener(heard::add)
                .backoff(BACKOFF)
                .pace(next -> pace.tryAcquire(next))
                .maximumAge(() -> maximumAge)
                .remembered(remembered)
                .clock(clock)
                .build();
        return this;
    }

    OutboxBench start() {
        outbox.start();
        threads.run();
        return this;
    }

    boolean accept(String id, String lane) {
        return outbox.accept(new Entry(id, lane, clock.instant(), "payload of " + id));
    }

    /** Returns an entry that may be folded, in a sequence of its own. */
    boolean acceptFoldable(String id, int urgency) {
        return outbox.accept(
                new Entry(id, new SendOrder("#builds", id, urgency, true), clock.instant(), "payload of " + id));
    }

    boolean accept(String id, String conversation, int urgency) {
        return outbox.accept(new Entry(
                id, new SendOrder("#builds", conversation, urgency, false), clock.instant(), "payload of " + id));
    }

    OutboxBench run() {
        threads.run();
        return this;
    }

    OutboxBench advance(Duration time) {
        threads.advance(time);
        return this;
    }

    Delivery find(String id) {
        return outbox.find(id).orElseThrow();
    }

    Delivery.State state(String id) {
        return find(id).state();
    }

    void close() throws IOException {
        outbox.close();
    }
}
