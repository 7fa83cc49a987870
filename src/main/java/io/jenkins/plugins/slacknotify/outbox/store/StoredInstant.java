package io.jenkins.plugins.slacknotify.outbox.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The format of a time on disk, which is that of {@link Instant#toString}: ISO 8601 in UTC, seconds always included.
 *
 * <p>{@code Instant} writes itself by a formatter that is put together at run time. That one method kept the compiler longer than any other
 * of a hand-over, and in a young process hand-overs wait for the processor that the compiler has.
 */
final class StoredInstant {
    private static final int SECONDS_OF_MINUTE = 60;

    private StoredInstant() {}

    /** Returns a time as text that {@link Instant#parse} reads. */
    static String write(Instant time) {
        String local = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC)
                .toString();
        // A LocalDateTime leaves out what is nothing; Java 17 does not read an Instant without seconds.
        boolean isFullMinute = time.getNano() == 0 && Math.floorMod(time.getEpochSecond(), SECONDS_OF_MINUTE) == 0;
        return isFullMinute ? local + ":00Z" : local + "Z";
    }
}
