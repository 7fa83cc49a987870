package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Makes Slack's timestamps, {@code seconds.micros}: unique and increasing, even where the clock stands still. */
final class MessageTimestamps {
    private final InstantSource clock;
    private long lastMicros;

    MessageTimestamps(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String next() {
        lastMicros = Math.max(lastMicros + 1, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        return String.format(Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    Instant now() {
        return clock.instant();
    }
}
