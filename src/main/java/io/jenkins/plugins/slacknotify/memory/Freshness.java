package io.jenkins.plugins.slacknotify.memory;

import java.time.Duration;
import java.time.Instant;

/** Decides whether something that was noted some time ago still counts, by a clock that people may set back meanwhile. */
public final class Freshness {
    private Freshness() {}

    /**
     * Returns whether something still counts. What seems to have been noted in the future does not: the clock was set back since, and it
     * would count for longer than its lifetime.
     *
     * @param noted when it was noted
     * @param lifetime for how long it counts from then on
     */
    public static boolean isFresh(Instant noted, Duration lifetime, Instant now) {
        return !now.isBefore(noted) && now.isBefore(noted.plus(lifetime));
    }
}
