package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.interaction.text.TypedEnd;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads and writes the end of a pause as people type it. */
final class PauseFormat {
    /** The choices of the form. They are English, as {@link #read} parses them. */
    static final List<String> OFFERED = List.of("1 hour", "4 hours", "tomorrow", "Monday", "1 week");

    private static final Pattern WITH_OFFSET = Pattern.compile("(?:Z|[+-]\\d\\d:\\d\\d)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT = Pattern.compile("^(?:until\\s+)?at\\s+", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private PauseFormat() {}

    /**
     * Reads a {@linkplain TypedEnd moment}, also behind {@code at}: a pause begins at once, and so that is its end.
     *
     * @param now in the time zone that a date without one is in
     * @return null where nothing is written, which pauses nothing, or a pause with an offset, as {@link #write} writes it, is over
     * @throws IllegalArgumentException with a message for whoever wrote it
     */
    @CheckForNull
    static Instant read(@CheckForNull String typed, ZonedDateTime now) {
        String given = Util.fixEmptyAndTrim(typed);
        if (given == null) {
            return null;
        }
        Instant moment = TypedEnd.read(AT.matcher(given).replaceFirst(""), now)
                .orElseThrow(() -> new IllegalArgumentException(Messages.PauseFormat_malformed()));
        if (moment.isAfter(now.toInstant())) {
            return moment;
        }
        if (WITH_OFFSET.matcher(given).find()) {
            return null;
        }
        throw new IllegalArgumentException(Messages.PauseFormat_over(inWords(moment, now.getZone())));
    }

    /** Writes the end of a pause for people, with the time zone. */
    static String inWords(Instant end, ZoneId zone) {
        return WORDS.format(end.atZone(zone)) + " (" + zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + ")";
    }

    /** Returns a stored end of a pause; null where there is none, or somebody else has written what is none. */
    @CheckForNull
    static Instant stored(@CheckForNull String written) {
        try {
            return written == null ? null : Instant.parse(written);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    /** Writes the end of a pause in the form that {@link #read} understands. */
    static String write(Instant end, ZoneId zone) {
        return end.truncatedTo(ChronoUnit.SECONDS)
                .atZone(zone)
                .toOffsetDateTime()
                .toString();
    }
}
