package io.jenkins.plugins.slacknotify.outbox.thread;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that nobody can set ahead: it tells the time of day, or what that should be, where it was put ahead since this was made. So a
 * clock that is wrong for a moment makes nothing old. One that is set back counts. For a virtual machine that was suspended, no time has
 * passed meanwhile. Safe for use by many threads.
 */
public final class SteadyClock implements InstantSource {
    private final InstantSource clock;
    private final OutboxThreads threads;
    private final Instant madeAt;
    private final Duration uptimeThen;

    /** @param threads know how much time has passed */
    public SteadyClock(InstantSource clock, OutboxThreads threads) {
        this.clock = clock;
        this.threads = threads;
        madeAt = clock.instant();
        uptimeThen = threads.uptime();
    }

    @Override
    public Instant instant() {
        Instant expected = madeAt.plus(threads.uptime().minus(uptimeThen));
        Instant told = clock.instant();
        return told.isBefore(expected) ? told : expected;
    }
}
