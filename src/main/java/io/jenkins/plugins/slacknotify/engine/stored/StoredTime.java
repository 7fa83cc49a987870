package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.time.Instant;

/** The stored form of instants and durations: ISO 8601. Null stays null. */
final class StoredTime {
    private StoredTime() {}

    @CheckForNull
    static String of(@CheckForNull Object instantOrDuration) {
        return instantOrDuration == null ? null : instantOrDuration.toString();
    }

    @CheckForNull
    static Instant toInstant(@CheckForNull String text) {
        return text == null ? null : Instant.parse(text);
    }

    @CheckForNull
    static Duration toDuration(@CheckForNull String text) {
        return text == null ? null : Duration.parse(text);
    }
}
