package io.jenkins.plugins.slacknotify.event.diagnosis;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private LogDiagnosis() {}

    /**
     * Returns the line that says why, without colours and time stamps.
     *
     * @param lines of the log in their order, with secrets masked already
     * @return at most {@value #LINE_LIMIT} long; empty where no line says it
     */
    public static Optional<String> of(List<String> lines) {
        List<String> plain = lines.stream().map(LogDiagnosis::plain).toList();
        Found best = null;
        for (int at = 0; at < plain.size(); at++) {
            Found found = at(plain, at);
            if (found != null && (best == null || found.weight().compareTo(best.weight()) > 0)) {
                best = found;
            }
        }
        return Optional.ofNullable(best).map(found -> Excerpt.truncate(found.text(), LINE_LIMIT));
    }

    private static Found at(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.isBlank() || CauseRules.NO_REASON.matcher(line).find()) {
            return null;
        }
        Found best = null;
        for (CauseRule rule : CauseRules.ALL) {
            if (best != null && rule.weight().compareTo(best.weight()) <= 0) {
                continue;
            }
            Optional<String> text = rule.match(line)
                    .flatMap(here -> rule.place() == CauseRule.Place.HERE ? Optional.of(here) : next(lines, at));
            if (text.isPresent()) {
                best = new Found(rule.weight(), text.get());
            }
        }
        return best;
    }

    private static Optional<String> next(List<String> lines, int at) {
        return lines.subList(at + 1, lines.size()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    private static String plain(String line) {
        String text = TerminalText.withoutColours(Excerpt.truncate(line, LOOKED_AT));
        return STAMP.matcher(text).replaceFirst("").stripTrailing();
    }

    private record Found(CauseRule.Weight weight, String text) {}
}
