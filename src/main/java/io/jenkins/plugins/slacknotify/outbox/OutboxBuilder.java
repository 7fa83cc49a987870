package io.jenkins.plugins.slacknotify.outbox;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The options of an {@link Outbox}. */
public final class OutboxBuilder {
    private static final Duration A_DAY = Duration.ofDays(1);

    final OutboxStore store;
    final Courier courier;
    final OutboxThreads threads;
    OutboxListener listener = delivery -> {};
    Backoff backoff = Backoff.standard();
    Pace pace = Pace.unlimited();
    Supplier<Duration> maximumAge = () -> A_DAY;
    Duration untilTheClockIsSet = Duration.ofHours(1);
    int remembered = 50_000;
    InstantSource clock = InstantSource.system();

    OutboxBuilder(OutboxStore store, Courier courier, OutboxThreads threads) {
        this.store = requireNonNull(store, "store");
        this.courier = requireNonNull(courier, "courier");
        this.threads = requireNonNull(threads, "threads");
    }

    /** Gets every change of a delivery. By default, nobody does. */
    public OutboxBuilder listener(OutboxListener newListener) {
        listener = requireNonNull(newListener, "listener");
        return this;
    }

    /** The pauses between attempts. By default, {@link Backoff#standard()}. */
    public OutboxBuilder backoff(Backoff newBackoff) {
        backoff = requireNonNull(newBackoff, "backoff");
        return this;
    }

    /** The pace, which is asked before each attempt. By default, unlimited. */
    public OutboxBuilder pace(Pace newPace) {
        pace = requireNonNull(newPace, "pace");
        return this;
    }

    /**
     * Sets how long after its acceptance an entry may be sent that is not {@linkplain SendOrder#lasting lasting}. Asked at each attempt, so
     * that a change counts for what waits already. By default, a day.
     */
    public OutboxBuilder maximumAge(Supplier<Duration> newMaximumAge) {
        maximumAge = requireNonNull(newMaximumAge, "maximumAge");
        return this;
    }

    /**
     * For how long after the start the clock may be wrong. As long, nothing of an earlier process is taken for too old. By default, an
     * hour.
     */
    public OutboxBuilder untilTheClockIsSet(Duration time) {
        untilTheClockIsSet = requireNonNull(time, "time");
        return this;
    }

    /**
     * Sets how many finished deliveries are remembered, give or take those of an hour: each takes some 300 bytes of memory. Those that
     * finished first are forgotten before their time. By default, 50,000.
     */
    public OutboxBuilder remembered(int most) {
        remembered = most;
        return this;
    }

    /** The clock. By default, that of the system. */
    public OutboxBuilder clock(InstantSource newClock) {
        clock = requireNonNull(newClock, "clock");
        return this;
    }

    /** Returns the outbox, which sends nothing before it is started. */
    public Outbox build() {
        return new Outbox(this);
    }
}
