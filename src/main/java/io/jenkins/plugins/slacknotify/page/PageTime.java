package io.jenkins.plugins.slacknotify.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A moment as the pages of administrators show it: to the second, in UTC, such as {@code 2026-12-24T17:30:00Z}. */
public final class PageTime {
    private PageTime() {}

    /** Returns a moment without what is less than a second. */
    public static String of(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
