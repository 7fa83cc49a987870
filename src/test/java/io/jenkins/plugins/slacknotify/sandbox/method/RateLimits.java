package io.jenkins.plugins.slacknotify.sandbox.method;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Token buckets by caller and method, or by channel. Thread-safe. */
public final class RateLimits {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private boolean enforced = true;

    public RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized void enforce(boolean on) {
        enforced = on;
        buckets.clear();
    }

    /**
     * Counts one call.
     *
     * @throws TooManyCalls where the calls under that key were too many
     */
    synchronized void take(String key, Rate rate) {
        if (!enforced) {
            return;
        }
        var now = clock.instant();
        var bucket = buckets.getOrDefault(key, new Bucket(rate.burst(), now)).refilled(rate, now);
        if (bucket.left < 1) {
            buckets.put(key, bucket);
            throw new TooManyCalls(Duration.ofNanos((long) ((1 - bucket.left) * NANOS_PER_MINUTE / rate.perMinute())));
        }
        buckets.put(key, new Bucket(bucket.left - 1, now));
    }

    private record Bucket(double left, Instant at) {
        Bucket refilled(Rate rate, Instant now) {
            double gained = Duration.between(at, now).toNanos() / NANOS_PER_MINUTE * rate.perMinute();
            return new Bucket(Math.min(rate.burst(), left + gained), now);
        }
    }
}
