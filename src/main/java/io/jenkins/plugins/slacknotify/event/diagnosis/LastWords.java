package io.jenkins.plugins.slacknotify.event.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the last command of a log says of its failure, in words that no rule knows. Pure.
 *
 * <p>A command that fails for its arguments, its account or its machine says so in a line or two: {@code sudo: a password is required}.
 * Where it says little, the first line that denies something is the reason; of many lines, that could be any. A difference of files says
 * nothing, whatever their lines say. Of a script that has ended itself, it is what that has said right before.
 */
final class LastWords {
    /** How many lines with words a command has that says little. */
    private static final int LITTLE = 8;

    private static final Pattern DENIES = Pattern.compile(
            "(?i)\\b(?:not|no|nothing|cannot|(?:can|couldn|doesn|didn|don|isn)['’]t|unable|fail(?:s|ed|ure)?|denied"
                    + "|refused|invalid|unknown|missing|requires?|required|expired|must|should|unexpected|unterminated|forbidden"
                    + "|unauthorized|timed out|time-?out (?:occurred|exceeded|reached|expired|after)|closed|unsupported|illegal|wrong|rejected|exceeded|incorrect|mismatch|aborted|but"
                    + "|too (?:long|many|large|small))\\b");

    /** A line that says no more than the result of the build does. */
    private static final Pattern VERDICT = Pattern.compile("(?i)^build failed\\W*$");

    /** What Jenkins writes above the words of a build, and of each command that a freestyle build runs. */
    private static final Pattern BEGIN = Pattern.compile("^(?:\\[[^\\]]+] \\$ |Building (?:in|on|remotely) )");

    /** What Jenkins writes below the words of a command. */
    private static final Pattern END =
            Pattern.compile("^(?:\\[Pipeline\\] |Build step '|ERROR: script returned exit code|Finished: )");

    /** A command by which a script ends itself as failed. */
    private static final Pattern EXIT = Pattern.compile("^\\++ exit [1-9]\\d*$");

    /** A command by which a script says something. */
    private static final Pattern SAYING = Pattern.compile("^\\++ (?:echo|printf) ");

    private LastWords() {}

    /** @param lastCommand where the last command stands in the log; -1 for none */
    static Optional<String> of(List<String> lines, int lastCommand) {
        int begin = lines.size() - 1;
        while (begin > lastCommand && !BEGIN.matcher(lines.get(begin)).find()) {
            begin--;
        }
        List<String> said = lines.subList(begin + 1, lines.size()).stream()
                .map(LogLine::text)
                .takeWhile(line -> !END.matcher(line).find())
                .filter(line -> !line.isEmpty())
                .limit(LITTLE + 1L)
                .toList();
        return denial(said.isEmpty() && begin >= 0 ? saidBeforeExit(lines, begin) : said);
    }

    private static Optional<String> denial(List<String> said) {
        if (said.size() > LITTLE || said.stream().anyMatch(line -> line.startsWith("diff --git "))) {
            return Optional.empty();
        }
        for (int at = 0; at < said.size(); at++) {
            String line = said.get(at);
            if (DENIES.matcher(line).find()
                    && !VERDICT.matcher(line).find()
                    && !CauseRules.NO_REASON.matcher(line).find()) {
                return Optional.of(LogLine.announced(line, said, at));
            }
        }
        return Optional.empty();
    }

    /** Returns what the commands have written that stand right before that line, and only say something. */
    private static List<String> saidBeforeExit(List<String> lines, int exit) {
        Deque<String> said = new ArrayDeque<>();
        List<String> ofCommand = new ArrayList<>();
        boolean says = EXIT.matcher(LogLine.text(lines.get(exit))).find();
        for (int at = exit - 1; says && at >= 0 && said.size() + ofCommand.size() <= LITTLE; at--) {
            String line = LogLine.text(lines.get(at));
            if (!line.startsWith("+")) {
                ofCommand.add(line);
                continue;
            }
            says = SAYING.matcher(line).find();
            if (says) {
                ofCommand.forEach(said::addFirst);
                ofCommand.clear();
            }
        }
        return List.copyOf(said);
    }
}
