package io.jenkins.plugins.slacknotify.outbox.lane;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The wait before an attempt is repeated. It doubles from attempt to attempt up to a limit. Chance shortens each wait
 * to at least half, so that lanes that failed together do not come back together.
 *
 * @param first the longest wait after the first attempt
 * @param limit the longest wait at all
 * @param chance numbers from 0 inclusive to 1 exclusive
 */
public record Backoff(Duration first, Duration limit, DoubleSupplier chance) {
    private static final int MAX_DOUBLINGS = 30;

    /** Returns the schedule for production: two seconds after the first attempt, five minutes at most. */
    public static Backoff standard() {
        return new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), Math::random);
    }

    /**
     * Returns how long to wait after an attempt.
     *
     * @param attempts how many attempts there were, from 1
     */
    public Duration after(int attempts) {
        int doublings = Math.min(Math.max(attempts, 1) - 1, MAX_DOUBLINGS);
        double full = Math.min((double) first.toMillis() * (1L << doublings), limit.toMillis());
        return Duration.ofMillis((long) (full / 2 + full / 2 * chance.getAsDouble()));
    }
}
