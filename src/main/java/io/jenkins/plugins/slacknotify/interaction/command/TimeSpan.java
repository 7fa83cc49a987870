package io.jenkins.plugins.slacknotify.interaction.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads spans of time as people type them, such as {@code 30m}, {@code 2 hours}, {@code 1h30m} and {@code an hour}. */
public final class TimeSpan {
    private static final String NUMBERS = "\\d{1,4}|an?|one";
    private static final String UNITS = "minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w";

    /** A blank parts a word for a number from its unit: {@code and} is no day, and {@code am} no minute. */
    private static final Pattern PART =
            Pattern.compile("(\\d{1,4}|(?:an?|one)(?=\\s))\\s*(" + UNITS + ")(?![a-z])\\s*");

    /** A capital M may be months, as it is to many other programs. */
    private static final Pattern MONTHS = Pattern.compile("\\d\\s*M(?![A-Za-z])");

    private static final Pattern NUMBER = Pattern.compile(NUMBERS);
    private static final Pattern UNIT = Pattern.compile(UNITS);
    private static final Set<String> ONE = Set.of("a", "an", "one");

    private TimeSpan() {}

    /** Reads a span; empty where the text is none. It may be zero. */
    public static Optional<Duration> parse(String typed) {
        if (MONTHS.matcher(typed).find()) {
            return Optional.empty();
        }
        Matcher part = PART.matcher(typed.strip().toLowerCase(Locale.ROOT));
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.lookingAt()) {
            sum = sum.plus(duration(part.group(1), part.group(2).charAt(0)));
            end = part.end();
            part.region(end, part.regionEnd());
        }
        return end > 0 && end == part.regionEnd() ? Optional.of(sum) : Optional.empty();
    }

    /** Returns the words with each span that stands in several of them as one word. */
    public static List<String> join(List<String> words) {
        List<String> joined = new ArrayList<>();
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            if (word.equalsIgnoreCase("and") && isWithinSpan(joined, words.subList(index + 1, words.size()))) {
                continue;
            }
            boolean isInTwo = index + 1 < words.size()
                    && NUMBER.matcher(word.toLowerCase(Locale.ROOT)).matches()
                    && UNIT.matcher(words.get(index + 1).toLowerCase(Locale.ROOT))
                            .matches();
            if (isInTwo) {
                word += " " + words.get(++index);
            }
            int last = joined.size() - 1;
            if (last >= 0 && parse(word).isPresent() && parse(joined.get(last)).isPresent()) {
                joined.set(last, joined.get(last) + " " + word);
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    private static boolean isWithinSpan(List<String> before, List<String> after) {
        return !before.isEmpty()
                && parse(before.get(before.size() - 1)).isPresent()
                && IntStream.rangeClosed(1, Math.min(2, after.size()))
                        .anyMatch(words ->
                                parse(String.join(" ", after.subList(0, words))).isPresent());
    }

    private static Duration duration(String number, char unit) {
        int count = ONE.contains(number) ? 1 : Integer.parseInt(number);
        return switch (unit) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> Duration.ofDays(7L * count);
        };
    }
}
