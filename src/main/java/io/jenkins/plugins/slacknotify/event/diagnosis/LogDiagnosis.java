package io.jenkins.plugins.slacknotify.event.diagnosis;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the line of a log that says why a step failed, by the forms of common tools.
 *
 * <p>It returns the surest line; of several that are as sure, the first, as later errors often follow from it. A log in
 * which it knows nothing gives nothing: a wrong line is worse than none. No guarantee that the line is the cause. Pure, and safe
 * for use by many threads.
 */
public final class LogDiagnosis {
    /** The longest line that is returned, in UTF-16 units. */
    public static final int LINE_LIMIT = 300;

    /** The part of a line that is looked at. */
    private static final int LOOKED_AT = 500;

    /** What the Timestamper plugin, containers, and Gradle's or Docker's own layouts write before a line. */
    private static final Pattern STAMP =
            Pattern.compile("^(?:\\[?\\d{4}-\\d\\d-\\d\\d[T ][\\d:.,]+(?:Z|[+-]\\d\\d:?\\d\\d)?\\]?\\s?"
                    + "|\\[?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?\\]?\\s|#\\d+ \\d+\\.\\d+ |\\[[\\w -]{1,40}\\] (?=\\[))+");

    /** The rules, those of the surest weight first. */
    private static final List<List<CauseRule>> BY_WEIGHT = CauseRules.ALL.stream()
            .collect(Collectors.groupingBy(
                    CauseRule::weight, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()))
            .values()
            .stream()
            .toList();

    private LogDiagnosis() {}

    /**
     * Returns the line that says why, without colours and time stamps.
     *
     * @param lines of the log in their order, with secrets masked already
     * @return at most {@value #LINE_LIMIT} long; empty where no line says it
     */
    public static Optional<String> of(List<String> lines) {
        List<String> plain = lines.stream().map(LogDiagnosis::plain).toList();
        // From the surest rules down, so that the others, and what rules a line out, are asked of few lines: a build
        // waits.
        return BY_WEIGHT.stream()
                .flatMap(rules -> first(plain, rules).stream())
                .findFirst()
                .map(text -> Excerpt.truncate(text, LINE_LIMIT));
    }

    private static Optional<String> first(List<String> lines, List<CauseRule> rules) {
        return IntStream.range(0, lines.size())
                .mapToObj(at -> at(lines, at, rules))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> at(List<String> lines, int at, List<CauseRule> rules) {
        String line = lines.get(at);
        return line.isBlank()
                ? Optional.empty()
                : rules.stream()
                        .flatMap(rule -> rule
                                .match(line)
                                .flatMap(here ->
                                        rule.place() == CauseRule.Place.HERE ? Optional.of(here) : next(lines, at))
                                .stream())
                        .findFirst()
                        .filter(found -> !CauseRules.NO_REASON.matcher(line).find());
    }

    private static Optional<String> next(List<String> lines, int at) {
        return lines.subList(at + 1, lines.size()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    private static String plain(String line) {
        String text = TerminalText.withoutColours(Excerpt.truncate(line, LOOKED_AT));
        boolean mayBeStamped = !text.isEmpty() && "[#0123456789".indexOf(text.charAt(0)) >= 0;
        return (mayBeStamped ? STAMP.matcher(text).replaceFirst("") : text).stripTrailing();
    }
}
