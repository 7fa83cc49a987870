package io.jenkins.plugins.slacknotify.outbox.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The format of a time on disk, which is that of {@link Instant#toString}: ISO 8601 in UTC, seconds always included.
 *
 * <p>{@code Instant} writes itself by a formatter that is made of parts at run time. The compiler needed a second of processor for that
 * one method, more than for all else of a hand-over together, and in a young process hand-overs wait for the processor that it has.
 */
final class StoredInstant {
    private static final int SECONDS_OF_MINUTE = 60;

    private StoredInstant() {}

    /** Returns what {@link Instant#parse} reads. */
    static String write(Instant time) {
        String local = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC)
                .toString();
        // A LocalDateTime leaves out what is nothing; Java 17 does not read an Instant without seconds.
        boolean isFullMinute = time.getNano() == 0 && Math.floorMod(time.getEpochSecond(), SECONDS_OF_MINUTE) == 0;
        return isFullMinute ? local + ":00Z" : local + "Z";
    }
}
