package io.jenkins.plugins.slacknotify.interaction.command;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
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

    /** Reads a span, in units of which each is smaller than the one before; empty where the text is none. It may be zero. */
    public static Optional<Duration> parse(String typed) {
        if (MONTHS.matcher(typed).find()) {
            return Optional.empty();
        }
        Matcher part = PART.matcher(typed.strip().toLowerCase(Locale.ROOT));
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
            String longer = last < 0 ? "" : joined.get(last) + " " + word;
            if (parse(longer).isPresent()) {
                joined.set(last, longer);
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
                        .mapToObj(words -> String.join(" ", after.subList(0, words)))
                        .anyMatch(behind -> parse(before.get(before.size() - 1) + " " + behind)
                                .isPresent());
    }

    private static int count(String number) {
        return ONE.contains(number) ? 1 : Integer.parseInt(number);
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
