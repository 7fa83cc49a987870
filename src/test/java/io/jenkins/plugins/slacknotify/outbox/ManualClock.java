package io.jenkins.plugins.slacknotify.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves by hand. */
public final class ManualClock implements InstantSource {
    private Duration uptime = Duration.ofDays(3);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
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
