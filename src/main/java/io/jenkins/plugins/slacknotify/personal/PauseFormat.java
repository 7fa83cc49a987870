package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes the end of a pause as people type it. */
final class PauseFormat {
    /** The choices of the form. They are English, as {@link #read} parses them. */
    static final List<String> OFFERED = List.of("1 hour", "4 hours", "tomorrow", "Monday", "1 week");

    private static final Pattern SPAN =
            Pattern.compile("(?<count>[1-9]\\d{0,2})\\s*(?<unit>hour|day|week)s?", Pattern.CASE_INSENSITIVE);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private PauseFormat() {}

    /**
     * Reads a span of hours, days or weeks from now, {@code tomorrow} or {@code Monday}, which begin at 8 o'clock, or an ISO
     * date or date and time, with an offset or without.
     *
     * @param now in the time zone that a date without one is in
     * @return null where nothing is written, which pauses nothing
     * @throws IllegalArgumentException with a message for whoever wrote it
     */
    @CheckForNull
    static Instant read(@CheckForNull String typed, ZonedDateTime now) {
        String given = Util.fixEmptyAndTrim(typed);
        if (given == null) {
            return null;
        }
        Matcher span = SPAN.matcher(given);
        if (span.matches()) {
            String unit = span.group("unit").toUpperCase(Locale.ROOT) + "S";
            return now.plus(Integer.parseInt(span.group("count")), ChronoUnit.valueOf(unit))
                    .toInstant();
        }
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "tomorrow" -> morning(now.toLocalDate().plusDays(1), now.getZone());
            case "monday" -> morning(now.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY)), now.getZone());
            default -> moment(given.replace(' ', 'T'), now.getZone());
        };
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

    private static Instant morning(LocalDate day, ZoneId zone) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }

    private static Instant moment(String given, ZoneId zone) {
        try {
            if (given.length() <= "2026-12-24".length()) {
                return LocalDate.parse(given).atStartOfDay(zone).toInstant();
            }
            return given.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(given).toInstant()
                    : LocalDateTime.parse(given).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Messages.PauseFormat_malformed(), e);
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
