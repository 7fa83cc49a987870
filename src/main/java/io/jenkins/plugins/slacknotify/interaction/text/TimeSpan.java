package io.jenkins.plugins.slacknotify.interaction.text;

import java.text.Normalizer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads spans of time as people type them, such as {@code 30m}, {@code 2 hours}, {@code 1h and 30 min} and {@code for an hour}. */
public final class TimeSpan {
    /** The most words of a span: one of all units, with a conjunction between each two. */
    public static final int MAX_WORDS = 10;

    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    /** A blank parts a word for a number from its unit: {@code and} is no day, and {@code am} no minute. */
    private static final Pattern PART = Pattern.compile("(\\d{1,4}|(?:an?|" + String.join("|", NUMBERS)
            + ")(?=\\s))\\s*(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)(?![a-z])\\s*(?:and\\s+)?");

    /** A capital M may be months, as it is to many other programs. */
    private static final Pattern MONTHS = Pattern.compile("\\d\\s*M(?![A-Za-z])");

    private TimeSpan() {}

    /** Reads a span, in units of which each is smaller than the one before; empty where the text is none. It may be zero. */
    public static Optional<Duration> parse(String typed) {
        String text = SentenceEnd.strip(
                Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
        if (MONTHS.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT).replaceFirst("^for\\s+", ""));
        Duration sum = Duration.ZERO;
        Duration before = ChronoUnit.FOREVER.getDuration();
        int end = 0;
        while (part.lookingAt()) {
            Duration unit = unit(part.group(2).charAt(0));
            if (unit.compareTo(before) >= 0) {
                return Optional.empty();
            }
            before = unit;
            sum = sum.plus(unit.multipliedBy(count(part.group(1))));
            end = part.end();
            part.region(end, part.regionEnd());
        }
        return end > 0 && end == part.regionEnd() ? Optional.of(sum) : Optional.empty();
    }

    /** Returns how many of the first words are a span, as many as can be; 0 where they begin with none. */
    public static int atBeginningOf(List<String> words) {
        return IntStream.rangeClosed(1, Math.min(MAX_WORDS, words.size()))
                .filter(count ->
                        parse(String.join(" ", words.subList(0, count))).isPresent())
                .max()
                .orElse(0);
    }

    private static int count(String number) {
        return Character.isDigit(number.charAt(0))
                ? Integer.parseInt(number)
                : Math.max(1, NUMBERS.indexOf(number) + 1);
    }

    private static Duration unit(char letter) {
        return switch (letter) {
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            case 'd' -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
