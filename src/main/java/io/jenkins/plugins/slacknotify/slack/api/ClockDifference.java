package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * By how much Slack's clock differs from that of this machine, or did when this machine wrote down a time: its clock may be wrong, and may
 * have been set since, as after a machine was suspended. Known from the dates of Slack's answers, and from what the clock has said while
 * this process ran, beside a time that nobody can set.
 *
 * <p>Not known is what the clock was in an earlier process.
 *
 * <p>Safe for use by many threads.
 */
final class ClockDifference {
    /** For how long it is remembered, at least, what the clock has said: longer than an attempt is in doubt. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final InstantSource clock;
    private final LongSupplier nanoTime;

    /** What the clock was ahead of the time that nobody can set, since {@link #began} and in the time of the same length before that. */
    private Extremes latest = new Extremes(Long.MAX_VALUE, Long.MIN_VALUE);

    private Extremes earlier = latest;
    private long began;

    /** By how many milliseconds Slack's clock is ahead of this machine's uptime, which nobody can set; null if Slack has not told its time. */
    @CheckForNull
    private Long slackAhead;

    private record Extremes(long least, long greatest) {
        Extremes with(long value) {
            return new Extremes(Math.min(least, value), Math.max(greatest, value));
        }

        Extremes with(Extremes other) {
            return new Extremes(Math.min(least, other.least), Math.max(greatest, other.greatest));
        }
    }

    /** @param nanoTime such as {@link System#nanoTime()} */
    ClockDifference(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
    }

    /** Looks at the clock of this machine. Call this at each call. */
    synchronized void look() {
        long now = nanoTime.getAsLong();
        if (now - began > REMEMBERED.toNanos()) {
            began = now;
            earlier = latest;
            latest = new Extremes(Long.MAX_VALUE, Long.MIN_VALUE);
        }
        latest = latest.with(clock.millis() - millis(now));
    }

    /** Takes in the time that Slack's clock shows now. */
    synchronized void told(Instant slackTime) {
        look();
        slackAhead = slackTime.toEpochMilli() - millis(nanoTime.getAsLong());
    }

    /** Returns by how much Slack's clock differs from the clock of this machine, as far as is known. */
    synchronized ClockSpan span() {
        if (slackAhead == null) {
            return ClockSpan.NONE;
        }
        Extremes here = latest.with(earlier);
        return ClockSpan.of(slackAhead - here.greatest, slackAhead - here.least);
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
