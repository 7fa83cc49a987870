package io.jenkins.plugins.slacknotify.message.wording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Slack's markup for a date and time. */
public final class DateMarkup {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private DateMarkup() {}

    /**
     * Writes a time that each Slack client shows in its reader's time zone; a client that does not know the markup shows the time
     * in UTC.
     */
    public static String local(Instant time) {
        String fallback =
                Phrase.TIME_UTC.format(UTC.withLocale(PhraseLanguage.locale()).format(time));
        return "<!date^" + time.getEpochSecond() + "^" + Phrase.TIME_LOCAL.format() + "|" + fallback + ">";
    }
}
