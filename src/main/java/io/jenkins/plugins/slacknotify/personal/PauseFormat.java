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
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
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

    private static final Pattern SPAN = Pattern.compile(
            "(?:for )?(?<count>[1-9]\\d{0,2})\\s*(?:(?<minutes>m|min|minutes?)|(?<hours>h|hrs?|hours?)|(?<days>d|days?)|(?<weeks>w|weeks?))");
    private static final Pattern DAY_OR_TIME = Pattern.compile(
            "(?:until )?(?<day>today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)?\\s*(?:at )?"
                    + "(?<time>(?:[01]?\\d|2[0-3]):[0-5]\\d)?");
    private static final Pattern WITH_OFFSET = Pattern.compile("[^T]*+T.*(?:Z|[+-]\\d\\d:?\\d\\d)");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private PauseFormat() {}

    /**
     * Reads a span from now, such as {@code 4h} or {@code 2 days}; a time, such as {@code 17:30}, today or else tomorrow; a day, such
     * as {@code tomorrow} or {@code Monday}, which begins at 8 o'clock, also with a time; or an ISO date or date and time, with an
     * offset or without.
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
        String small = given.toLowerCase(Locale.ROOT);
        Matcher span = SPAN.matcher(small);
        if (span.matches()) {
            return now.plus(Integer.parseInt(span.group("count")), unit(span)).toInstant();
        }
        Matcher named = DAY_OR_TIME.matcher(small);
        if (named.matches() && (named.group("day") != null || named.group("time") != null)) {
            return future(named(named.group("day"), named.group("time"), now), now);
        }
        String iso = given.replace(' ', 'T');
        Instant moment = moment(iso, now.getZone());
        return WITH_OFFSET.matcher(iso).matches() && !moment.isAfter(now.toInstant()) ? null : future(moment, now);
    }

    private static ChronoUnit unit(Matcher span) {
        if (span.group("minutes") != null) {
            return ChronoUnit.MINUTES;
        }
        if (span.group("hours") != null) {
            return ChronoUnit.HOURS;
        }
        return span.group("days") != null ? ChronoUnit.DAYS : ChronoUnit.WEEKS;
    }

    private static Instant named(@CheckForNull String day, @CheckForNull String time, ZonedDateTime now) {
        LocalTime at = time == null ? MORNING : LocalTime.parse(time.length() < "08:00".length() ? "0" + time : time);
        LocalDate today = now.toLocalDate();
        if (day == null) {
            boolean isOver = !today.atTime(at).atZone(now.getZone()).isAfter(now);
            return (isOver ? today.plusDays(1) : today)
                    .atTime(at)
                    .atZone(now.getZone())
                    .toInstant();
        }
        LocalDate date =
                switch (day) {
                    case "today" -> today;
                    case "tomorrow" -> today.plusDays(1);
                    default -> today.with(TemporalAdjusters.next(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
                };
        return date.atTime(at).atZone(now.getZone()).toInstant();
    }

    /** @throws IllegalArgumentException where a moment is over */
    private static Instant future(Instant moment, ZonedDateTime now) {
        if (!moment.isAfter(now.toInstant())) {
            throw new IllegalArgumentException(Messages.PauseFormat_over(inWords(moment, now.getZone())));
        }
        return moment;
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

    private static Instant moment(String given, ZoneId zone) {
        try {
            if (given.length() <= "2026-12-24".length()) {
                return LocalDate.parse(given).atStartOfDay(zone).toInstant();
            }
            return WITH_OFFSET.matcher(given).matches()
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
