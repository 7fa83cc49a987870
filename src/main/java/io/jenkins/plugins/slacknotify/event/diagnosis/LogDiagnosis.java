package io.jenkins.plugins.slacknotify.event.diagnosis;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
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

    private static final int PREPARED_LINES = 500;
    private static final int PREPARATIONS = 10;

    /** What the Timestamper plugin, containers, and Gradle's or Docker's own layouts write before a line. */
    private static final Pattern STAMP =
            Pattern.compile("^(?:\\[?\\d{4}-\\d\\d-\\d\\d[T ][\\d:.,]+(?:Z|[+-]\\d\\d:?\\d\\d)?\\]?\\s?"
                    + "|\\[?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?\\]?\\s|#\\d+ \\d+\\.\\d+ |\\[[\\w -]{1,40}\\] (?=\\[))+");

    /** The rules, those of the surest weight first; of those with the same weight, in their own order. */
    private static final List<CauseRule> RULES = CauseRules.ALL.stream()
            .sorted(Comparator.comparing(CauseRule::weight).reversed())
            .toList();

    private static final LiteralScanner SCANNER =
            new LiteralScanner(RULES.stream().map(CauseRule::literals).toList());

    /** A line to which rules may apply. */
    private record Candidate(int at, String line, BitSet rules) {}

    private LogDiagnosis() {}

    /** Loads the rules, and runs until Java has compiled the loops, so that the first log is read as fast as the later ones. */
    public static void prepare() {
        List<String> log =
                Collections.nCopies(PREPARED_LINES, "[ERROR] no reason, but as long as a line of a log is as a rule");
        for (int round = 0; round < PREPARATIONS; round++) {
            of(log);
        }
    }

    /**
     * Returns the line that says why, without colours and time stamps.
     *
     * @param lines of the log in their order, with secrets masked already
     * @return at most {@value #LINE_LIMIT} long; empty where no line says it
     */
    public static Optional<String> of(List<String> lines) {
        // One pass leaves few lines, on which few rules are tried, from the surest down: a build waits.
        List<Candidate> candidates = candidates(lines);
        int from = 0;
        while (from < RULES.size() && !candidates.isEmpty()) {
            int to = endOfWeight(from);
            for (Candidate candidate : candidates) {
                Optional<String> found = first(candidate, from, to, lines);
                if (found.isPresent()) {
                    return found.map(text -> Excerpt.truncate(text, LINE_LIMIT));
                }
            }
            from = to;
        }
        return Optional.empty();
    }

    private static List<Candidate> candidates(List<String> lines) {
        List<Candidate> candidates = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = withoutColours(lines.get(at));
            BitSet rules = SCANNER.scan(line);
            if (!rules.isEmpty()) {
                candidates.add(new Candidate(at, withoutStamp(line), rules));
            }
        }
        return candidates;
    }

    private static int endOfWeight(int from) {
        CauseRule.Weight weight = RULES.get(from).weight();
        int to = from;
        while (to < RULES.size() && RULES.get(to).weight() == weight) {
            to++;
        }
        return to;
    }

    /** What the first of the rules says that applies to a line. */
    private static Optional<String> first(Candidate candidate, int from, int to, List<String> lines) {
        for (int number = candidate.rules().nextSetBit(from);
                number >= 0 && number < to;
                number = candidate.rules().nextSetBit(number + 1)) {
            Optional<String> said = said(RULES.get(number), candidate, lines);
            if (said.isPresent()) {
                return said.filter(unused ->
                        !CauseRules.NO_REASON.matcher(candidate.line()).find());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> said(CauseRule rule, Candidate candidate, List<String> lines) {
        Optional<String> here = rule.match(candidate.line());
        return rule.place() == CauseRule.Place.HERE ? here : here.flatMap(unused -> next(lines, candidate.at()));
    }

    private static Optional<String> next(List<String> lines, int at) {
        return lines.subList(at + 1, lines.size()).stream()
                .map(line -> withoutStamp(withoutColours(line)).strip())
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    private static String withoutColours(String line) {
        return TerminalText.withoutColours(Excerpt.truncate(line, LOOKED_AT));
    }

    private static String withoutStamp(String line) {
        boolean mayBeStamped = !line.isEmpty() && "[#0123456789".indexOf(line.charAt(0)) >= 0;
        return (mayBeStamped ? STAMP.matcher(line).replaceFirst("") : line).stripTrailing();
    }
}
