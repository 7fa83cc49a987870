package io.jenkins.plugins.slacknotify.interaction.text;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalQueries;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads when something is to end, as people type it: after a {@linkplain TimeSpan span}; at a time, such as {@code 17:30} or {@code 5pm}, today or
 * else tomorrow; on a day, such as {@code tomorrow} or {@code Mon}, at 8 o'clock, when a working day begins, or at a time; or at an ISO date
 * or date and time, with an offset or without. {@code until} may stand before times and days.
 */
public final class TypedEnd {
    /** The longest text that is read as an end. */
    private static final int MAX_LENGTH = 100;

    private static final Pattern TIME_AND_DAY = Pattern.compile("(\\d.*?)\\s+(?:on\\s+)?(\\p{L}{3,})");
    private static final Pattern DAY_AND_TIME = Pattern.compile("(?:(\\p{L}++)[\\s,]*+(?:at\\s++)?)?(\\d.*+)?");

    private static final DateTimeFormatter CLOCK = formatter("[h:mma][h:mm a][ha][h a][H:mm]");
    private static final DateTimeFormatter ISO = formatter("uuuu-MM-dd[['T'][' ']HH:mm[:ss][XXX]]");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private TypedEnd() {}

    /**
     * Reads a moment.
     *
     * @param now in the time zone that a time without one is in
     * @return empty where the text is none, or a span of no length; it may be over
     */
    public static Optional<Instant> read(String typed, ZonedDateTime now) {
        if (typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return TimeSpan.parse(text)
                .filter(span -> !span.isZero())
                .map(now::plus)
                .or(() -> named(text.toLowerCase(Locale.ROOT), now))
                .or(() -> parse(ISO, text).map(date -> ofIso(date, now.getZone())))
                .map(ZonedDateTime::toInstant);
    }

    private static Optional<ZonedDateTime> named(String typed, ZonedDateTime now) {
        String end = typed.replaceFirst("^until\\s+", "");
        Matcher swapped = TIME_AND_DAY.matcher(end);
        Matcher parts = DAY_AND_TIME.matcher(swapped.matches() ? swapped.group(2) + " " + swapped.group(1) : end);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String day = parts.group(1);
        String clock = parts.group(2);
        // Whoever writes "today" alone does not mean this morning.
        if (clock == null && (day == null || day.equals("today"))) {
            return Optional.empty();
        }
        Optional<ZonedDateTime> today = (clock == null
                        ? Optional.of(MORNING)
                        : parse(
                                        CLOCK,
                                        clock.replaceAll("\\.(?=\\d\\d\\s*[ap])", ":")
                                                .replaceAll("[.,]", ""))
                                .map(LocalTime::from))
                .map(now::with);
        return day == null
                ? today.map(at -> at.isAfter(now) ? at : at.plusDays(1))
                : today.flatMap(at -> date(day, now.toLocalDate()).map(at::with));
    }

    private static Optional<LocalDate> date(String day, LocalDate today) {
        return switch (day) {
            case "today" -> Optional.of(today);
            case "tomorrow" -> Optional.of(today.plusDays(1));
            default ->
                Arrays.stream(DayOfWeek.values())
                        .filter(any -> day.length() > 2
                                && any.name().toLowerCase(Locale.ROOT).startsWith(day))
                        .findFirst()
                        .map(any -> today.with(TemporalAdjusters.next(any)));
        };
    }

    private static ZonedDateTime ofIso(TemporalAccessor date, ZoneId zone) {
        return LocalDate.from(date)
                .atTime(Objects.requireNonNullElse(date.query(TemporalQueries.localTime()), LocalTime.MIDNIGHT))
                .atZone(Objects.requireNonNullElse(date.query(TemporalQueries.zone()), zone));
    }

    private static Optional<TemporalAccessor> parse(DateTimeFormatter format, String text) {
        try {
            return Optional.of(format.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
