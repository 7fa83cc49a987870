package io.jenkins.plugins.slacknotify.event.diagnosis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a log that tell of failures that a script or a test runner tolerates, and which command was the last.
 *
 * <p>Jenkins runs a script with {@code sh -xe}: each command is written after a plus sign, and the first that fails is the last.
 * So what a command says is no reason where the script goes on: to the next command, to {@code true}, or to the same command again.
 * It may be one where the script has switched this off or ends with {@code exit} or a test. Ansible writes {@code ...ignoring} after
 * what it ignores. Vitest and Jest show what tests wrote, those that pass, too. For one log and one thread.
 */
final class ToleratedFailures {
    /** The literals of which each line has one that {@link #read} has to get. */
    static final List<String> LITERALS = List.of(
            "+ ", ":\\", "[Pipeline] ", "marked build as", "...ignoring", "stderr | ", "stdout | ", "● Console");

    /** How far a mark reaches at most. */
    private static final int REACH = 200;

    /** How many lines a difference has at most between two that are new. */
    private static final int DIFF = 40;

    private static final Pattern COMMAND = Pattern.compile("^(\\++ (?=\\S)|[A-Za-z]:\\\\[^>]*>)(.+)$");
    private static final Pattern TOLERANT =
            Pattern.compile("\\|\\| *(?:true|:|exit (?:/b )?0|echo\\b.*|ver ?> ?nul)\\s*$|^(?:true|:)$");

    /** The commands of a script after a failure, in a trap or to tell of it. */
    private static final Pattern CLOSING = Pattern.compile(
            "^(?:true|:|echo|printf|cat|tail|head|ls|date|rm|kill|pkill|wait|sleep|trap|popd|cd|cp|mv|tar|tee|set|unset|export|local|deactivate"
                    + "|\\w+=.*|docker .*(?:rm|stop|down|logs|kill|prune|logout)|docker-compose .*(?:down|logs|stop))(?:\\s|$)");

    /** A command by which a script may fail because of what an earlier command has printed. */
    private static final Pattern DECIDING =
            Pattern.compile("^(?:exit|return|false|test|\\[\\[?|wait|kill|set \\+e|set \\+o)(?:\\s|$)");

    /** Its first group is the first word that runs at the end. */
    private static final Pattern TRAP = Pattern.compile("^trap (?:-- )?['\"]?([^'\" ;]+)");

    private static final Pattern BLANK = Pattern.compile("^\\s*$");
    private static final Pattern RUNNER = Pattern.compile("^\\s*(?:PASS|FAIL|Test Suites:|● (?!Console))");

    /** @param traced by a shell that stops at a failure */
    private record Command(int at, String text, boolean traced) {}

    private final List<String> lines;
    private final BitSet tolerated = new BitSet();

    /** The branches of the lines; null for those that nobody has asked for. */
    private final String[] branches;

    /** The commands of a step, for each of the branches that may write in turn. */
    private final Map<String, List<Command>> scripts = new HashMap<>();

    private int lastCommand = -1;
    private int lastOfDiff = -DIFF;

    ToleratedFailures(List<String> lines) {
        this.lines = lines;
        branches = new String[lines.size()];
    }

    /** Reads a line; they come in their order. */
    void read(int at, String line) {
        Matcher command = COMMAND.matcher(line);
        if (command.find()) {
            if (isOfDiff(at)) {
                lastOfDiff = at;
                return;
            }
            lastCommand = at;
            scripts.computeIfAbsent(branch(at), unused -> new ArrayList<>())
                    .add(new Command(
                            at, command.group(2).strip(), command.group(1).startsWith("+")));
        } else if (line.startsWith("[Pipeline] ") || line.startsWith("Build step '")) {
            endStep(at);
        } else if (line.endsWith("...ignoring")) {
            int from = at;
            while (from > Math.max(0, at - REACH) && !lines.get(from).contains(": [")) {
                from--;
            }
            tolerated.set(from, at + 1);
        } else if (line.startsWith("stderr | ") || line.startsWith("stdout | ")) {
            tolerate(at, BLANK);
        } else if (line.strip().equals("● Console")) {
            tolerate(at, RUNNER);
        }
    }

    /** Whether a line with a plus sign tells what is new in a difference, as of a test's values. */
    private boolean isOfDiff(int at) {
        return at - lastOfDiff < DIFF
                || at > 0
                        && LogLine.withoutStamp(LogLine.withoutColours(lines.get(at - 1)))
                                .matches("-(?:--)? .*");
    }

    private void tolerate(int from, Pattern last) {
        int to = from + 1;
        while (to < Math.min(lines.size(), from + REACH)
                && !last.matcher(lines.get(to)).find()) {
            to++;
        }
        tolerated.set(from, to);
    }

    private void endStep(int end) {
        scripts.forEach((branch, commands) -> endScript(branch, commands, end));
        scripts.clear();
    }

    private void endScript(String branch, List<Command> commands, int end) {
        int failing = failing(commands);
        Set<String> later = new HashSet<>();
        for (int number = commands.size() - 1; number >= 0; number--) {
            Command command = commands.get(number);
            Command next = number + 1 < commands.size() ? commands.get(number + 1) : null;
            boolean again = !later.add(command.text());
            boolean goesOn = next != null
                    && TOLERANT.matcher(next.text()).find()
                    && next.text().length() <= 4;
            if (number < failing
                    || again
                    || goesOn
                    || TOLERANT.matcher(command.text()).find()) {
                tolerate(branch, command.at(), next == null ? end : next.at());
            }
        }
    }

    /** Returns the number of the command that must have failed; 0 where any may have. */
    private static int failing(List<Command> commands) {
        if (commands.stream().anyMatch(it -> !it.traced() || it.text().startsWith("set +"))) {
            return 0;
        }
        int last = beforeTrap(commands) - 1;
        while (last > 0 && CLOSING.matcher(commands.get(last).text()).find()) {
            last--;
        }
        boolean decided = commands.subList(Math.max(last, 0), commands.size()).stream()
                .anyMatch(it -> DECIDING.matcher(it.text()).find());
        return decided ? 0 : last;
    }

    /** Returns the number of commands before those that the script has set for its end. */
    private static int beforeTrap(List<Command> commands) {
        String trap = "";
        for (int number = 0; number < commands.size(); number++) {
            String text = commands.get(number).text();
            Matcher set = TRAP.matcher(text);
            if (set.find()) {
                trap = set.group(1);
            } else if (!trap.isEmpty() && text.startsWith(trap)) {
                return number;
            }
        }
        return commands.size();
    }

    private void tolerate(String branch, int from, int to) {
        for (int at = from; at < to; at++) {
            if (branch(at).equals(branch)) {
                tolerated.set(at);
            }
        }
    }

    private String branch(int at) {
        String known = branches[at];
        String branch = known == null ? LogLine.branch(lines.get(at)) : known;
        branches[at] = branch;
        return branch;
    }

    /** Returns where the last command stands; -1 for none. */
    int lastCommand() {
        return lastCommand;
    }

    /** Returns the candidates that nobody tolerates. Those of the last command come first. To be called at the end. */
    <T> List<T> without(List<T> all, ToIntFunction<T> at) {
        endStep(lines.size());
        List<T> kept = new ArrayList<>(all.size());
        all.stream().filter(it -> at.applyAsInt(it) > lastCommand).forEach(kept::add);
        all.stream().filter(it -> at.applyAsInt(it) <= lastCommand).forEach(kept::add);
        kept.removeIf(it -> tolerated.get(at.applyAsInt(it)));
        return kept;
    }
}
