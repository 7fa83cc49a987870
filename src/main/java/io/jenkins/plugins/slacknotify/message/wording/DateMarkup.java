package io.jenkins.plugins.slacknotify.message.wording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments in the time of whoever reads them. */
public final class DateMarkup {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Phrase.LANGUAGE).withZone(ZoneOffset.UTC);

    private DateMarkup() {}

    /** Slack's date markup, which each client shows in its reader's time zone; where it cannot, the time in UTC. */
    public static String local(Instant moment) {
        String elsewhere = Phrase.TIME_UTC.format(UTC.format(moment));
        return "<!date^" + moment.getEpochSecond() + "^" + Phrase.TIME_LOCAL.format() + "|" + elsewhere + ">";
    }
}
