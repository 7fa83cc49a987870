package io.jenkins.plugins.slacknotify.engine.sending;

import java.time.Duration;
import java.time.Instant;

/** A rate limit that tolerates a burst. Not safe for threads. */
final class TokenBucket {
    private final double capacity;
    private final Duration interval;
    private double tokens;
    private Instant filledAt;

    /**
     * @param capacity the burst: how many may go at once after a pause
     * @param interval between two, once the burst is used up
     */
    TokenBucket(int capacity, Duration interval, Instant now) {
        this.capacity = capacity;
        this.interval = interval;
        this.tokens = capacity;
        this.filledAt = now;
    }

    /**
     * How long to wait for a token; zero where there is one now.
     *
     * @param reserve how many to leave for others, as far as the burst allows it
     */
    Duration untilNext(int reserve, Instant now) {
        fill(now);
        double missing = Math.min(1.0 + reserve, capacity) - tokens;
        return missing <= 0 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(missing * interval.toMillis()));
    }

    void take() {
        tokens--;
    }

    boolean isFull(Instant now) {
        fill(now);
        return tokens >= capacity;
    }

    private void fill(Instant now) {
        double gained = (double) Duration.between(filledAt, now).toNanos() / interval.toNanos();
        // A clock that is set back gains nothing and takes nothing away.
        tokens = Math.min(capacity, tokens + Math.max(0, gained));
        filledAt = now;
    }
}
