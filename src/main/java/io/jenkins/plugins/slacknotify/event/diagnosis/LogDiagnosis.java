package io.jenkins.plugins.slacknotify.event.diagnosis;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the line of a log that says why a step failed, by the forms of common tools.
 *
 * <p>It returns the surest line; of several that are as sure, the first of the last command, as later errors often follow from it. What a
 * script tolerates is not read. A log in which it knows nothing gives the {@linkplain LastWords last words}, or nothing: a wrong line is
 * worse than none. No guarantee that the line is the cause. Pure, and safe for use by many threads.
 */
public final class LogDiagnosis {
    /** The longest line that is returned, in UTF-16 units. */
    public static final int MAX_LINE = 300;

    private static final int PREPARED_LINES = 500;
    private static final int PREPARATIONS = 10;

    /** The rules, those of the surest weight first; of those with the same weight, in their own order. */
    private static final List<CauseRule> RULES = CauseRules.ALL.stream()
            .sorted(Comparator.comparing(CauseRule::weight).reversed())
            .toList();

    /** Its last set, after those of the rules, finds the lines that {@link ToleratedFailures} reads. */
    private static final LiteralScanner SCANNER = new LiteralScanner(
            Stream.concat(RULES.stream().map(CauseRule::literals), Stream.of(ToleratedFailures.LITERALS))
                    .toList());

    private record Candidate(int at, String line, BitSet rules) {}

    private LogDiagnosis() {}

    /** Loads the rules, and runs until Java has compiled the loops, so that the first log is read as fast as the later ones. */
    public static void prepare() {
        List<String> log = new ArrayList<>(
                Collections.nCopies(PREPARED_LINES, "[ERROR] no reason, but as long as a line of a log is as a rule"));
        log.set(0, "+ make");
        for (int round = 0; round < PREPARATIONS; round++) {
            of(log);
        }
    }

    /**
     * Returns the line that says why, without colours and time stamps.
     *
     * @param lines of the log in their order, with secrets masked already
     * @return at most {@value #MAX_LINE} long; empty where no line says it
     */
    public static Optional<String> of(List<String> lines) {
        // One pass leaves few lines, on which few rules are tried, from the surest down: a build waits.
        ToleratedFailures toleration = new ToleratedFailures(lines);
        List<Candidate> candidates = toleration.without(candidates(lines, toleration), Candidate::at);
        int from = 0;
        while (from < RULES.size() && !candidates.isEmpty()) {
            int to = endOfWeight(from);
            for (Candidate candidate : candidates) {
                Optional<String> found = first(candidate, from, to, lines);
                if (found.isPresent()) {
                    return found.map(text -> Excerpt.truncate(text, MAX_LINE));
                }
            }
            from = to;
        }
        return LastWords.of(lines, toleration.lastCommand()).map(text -> Excerpt.truncate(text, MAX_LINE));
    }

    private static List<Candidate> candidates(List<String> lines, ToleratedFailures toleration) {
        List<Candidate> candidates = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = LogLine.withoutColours(lines.get(at));
            BitSet rules = SCANNER.scan(line);
            if (rules.isEmpty()) {
                continue;
            }
            String bare = LogLine.withoutStamp(line);
            if (rules.get(RULES.size())) {
                toleration.read(at, bare);
            }
            if (rules.nextSetBit(0) < RULES.size()) {
                candidates.add(new Candidate(at, bare, rules));
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

    /** Returns the cause by the first of the rules that applies to a line. */
    private static Optional<String> first(Candidate candidate, int from, int to, List<String> lines) {
        for (int number = candidate.rules().nextSetBit(from);
                number >= 0 && number < to;
                number = candidate.rules().nextSetBit(number + 1)) {
            Optional<String> said = causeBy(RULES.get(number), candidate, lines);
            if (said.isPresent()) {
                return said.filter(unused ->
                        !CauseRules.NO_REASON.matcher(candidate.line()).find());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> causeBy(CauseRule rule, Candidate candidate, List<String> lines) {
        Optional<String> here = rule.match(candidate.line());
        if (here.isEmpty()) {
            return here;
        }
        int at =
                switch (rule.place()) {
                    case HERE -> candidate.at();
                    case NEXT -> LogLine.next(lines, candidate.at());
                    case PREVIOUS -> LogLine.previous(lines, candidate.at());
                    case DEEPEST -> LogLine.deepest(lines, candidate.at());
                };
        if (at < 0) {
            return Optional.empty();
        }
        String text = rule.place() == CauseRule.Place.HERE ? here.get() : LogLine.text(lines.get(at));
        if (CauseRules.NO_REASON.matcher(text).find()) {
            return Optional.empty();
        }
        return Optional.of(LogLine.announced(text, lines, at));
    }
}
