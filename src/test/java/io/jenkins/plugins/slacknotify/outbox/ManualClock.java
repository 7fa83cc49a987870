package io.jenkins.plugins.slacknotify.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test moves by hand. */
public final class ManualClock implements InstantSource {
    private final AtomicLong ticks = new AtomicLong();
    private Duration uptime = Duration.ofDays(3);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Returns this clock as one that never tells the same time twice, as no real one does for attempts one after the other. */
    public InstantSource ticking() {
        return () -> instant().plusNanos(1_000 * ticks.incrementAndGet());
    }

    /** Returns how much time has passed, whatever the clock was set to. */
    synchronized Duration uptime() {
        return uptime;
    }

    /** Lets time pass. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
        uptime = uptime.plus(time);
    }

    /** Sets the clock forward, or back by a negative time. No time passes. */
    public synchronized void jump(Duration by) {
        now = now.plus(by);
    }
}
