package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs faster than the real one, and real threads that wait by it. */
public final class FastTime implements InstantSource, OutboxThreads {
    private final OutboxThreads threads = new PooledThreads();
    private final Instant begin = Instant.parse("2026-03-01T12:00:00Z");
    private final long began;
    private final int speed;

    /** @param speed how many seconds pass in one */
    public FastTime(int speed) {
        this(speed, System.nanoTime());
    }

    private FastTime(int speed, long began) {
        this.speed = speed;
        this.began = began;
    }

    /** The same clock, with threads of its own. */
    public FastTime withOtherThreads() {
        return new FastTime(speed, began);
    }

    @Override
    public Instant instant() {
        return begin.plusNanos((System.nanoTime() - began) * speed);
    }

    @Override
    public void work(Runnable task) {
        threads.work(task);
    }

    @Override
    public void later(Duration wait, Runnable task) {
        threads.later(wait.dividedBy(speed), task);
    }

    @Override
    public Duration uptime() {
        return Duration.ofNanos((System.nanoTime() - began) * speed);
    }

    @Override
    public void close() {
        threads.close();
    }
}
