package io.jenkins.plugins.slacknotify.message;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in the time of whoever reads them. */
final class Times {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** Slack's date markup, which each client shows in its reader's time zone; where it cannot, the time in UTC. */
    static String local(Instant moment) {
        return "<!date^" + moment.getEpochSecond() + "^{date_short_pretty} at {time}|" + UTC.format(moment) + ">";
    }
}
