package io.jenkins.plugins.slacknotify.event.diagnosis;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a log without what stands around its words, and the lines that it points to. Pure. */
final class LogLine {
    private static final int LOOKED_AT = 500;

    /** How many lines may each announce the next one. */
    private static final int ANNOUNCEMENTS = 3;

    /** A line with fewer words is read together with the line that announces it. */
    private static final int WORDS = 4;

    /** How many of the following lines are looked at. No tool puts its reason further away. */
    private static final int REACH = 50;

    /** The signs that tools write before the name of what has failed. */
    static final String MARKS = "❌✖×✘✗✕⨯";

    private static final Pattern MARK = Pattern.compile("^ *[" + MARKS + "] +");

    private static final String TIME = "\\[?\\d{4}-\\d\\d-\\d\\d[T ][\\d:.,]+(?:Z|[+-]\\d\\d:?\\d\\d| UTC)?\\]?\\s?";

    private static final String BRACKETS =
            "\\[(?!-\\]|(?i:err|warn|info|debug|trace|fatal|severe|critical|fail|pipeline))[\\w./@:-][\\w./ @:-]{0,39}\\] (?=\\S)";

    private static final Pattern BRANCH = Pattern.compile("^(?:" + TIME + ")?(" + BRACKETS + ")");

    /**
     * The text before the words of a line: a time; a branch, an Ant task or the like in brackets, but no level; the name of a
     * script of a workspace, a container, a mark.
     */
    private static final Pattern STAMP = Pattern.compile("^(?:\\s*(?:" + TIME
            + "|\\[?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?\\]?:?\\s|(?:#\\d+ )?\\d+\\.\\d{1,3} (?=\\S)|" + BRACKETS
            + "|@?[\\w./-]+[ :#](?:build|test|lint|check|compile|type-?check|dev|start)(?::[\\w-]+)*: "
            + "|[a-z][\\w.-]*-\\d+ +\\| |(?:git )?(?i:stderr): +|[▸›] +))+");

    /** A level, a bullet or a branch of a tree. */
    private static final Pattern BULLET =
            Pattern.compile("^(?:\\[(?i:error|info|fatal)\\](?: +|$)|[╰╯├└─▶│|•*" + MARKS + "-]+ +)+");

    /** A line that only says that something failed, or where to read on. */
    private static final Pattern POINTER =
            Pattern.compile("^(?:A failure occurred while executing|Compilation (?:error|failed)"
                    + "|There were failing tests|Process '|Some problems were found with the configuration|\\d+ .+ found)"
                    + "|(?i:see (?:the (?:report|log|compiler)|log))\\b");

    /** A line that announces the next one: it ends in a colon, and neither follows another sentence nor says where a tool has searched. */
    private static final Pattern ANNOUNCES =
            Pattern.compile("^(?!.*\\. \\p{Lu}|.* the following \\w+:$).*(?::|: \\[[A-Za-z]+-\\d+\\])$");

    /** A line of a program that a compiler quotes. */
    private static final Pattern SOURCE = Pattern.compile("^\\d+ *[|│]");

    private static final Pattern WORD = Pattern.compile("\\s+");

    private LogLine() {}

    static String withoutColours(String line) {
        return TerminalText.withoutColours(Excerpt.truncate(line, LOOKED_AT));
    }

    static String withoutStamp(String line) {
        return STAMP.matcher(line).replaceFirst("").stripTrailing();
    }

    static String withoutMark(String line) {
        return MARK.matcher(line).replaceFirst("");
    }

    /** Returns the branch that Jenkins names before a line; empty where it names none. */
    static String branch(String line) {
        Matcher found = BRANCH.matcher(line);
        return found.find() ? found.group(1) : "";
    }

    static String text(String line) {
        String bare = withoutStamp(withoutColours(line)).strip();
        return BULLET.matcher(bare).replaceFirst("").strip();
    }

    private static int reach(List<String> lines, int at) {
        return Math.min(lines.size(), at + 1 + REACH);
    }

    /** Returns where the next line stands with a letter or digit; negative for none nearby. */
    static int next(List<String> lines, int at) {
        for (int following = at + 1; following < reach(lines, at); following++) {
            String line = lines.get(following);
            // A shortcut before slow patterns: most frames, and marks below a line, have no words.
            if (hasWord(line) && hasWord(text(line))) {
                return following;
            }
        }
        return -1;
    }

    /** Returns where the line before stands that has a letter or digit; negative for none. */
    static int previous(List<String> lines, int at) {
        int before = at - 1;
        while (before >= 0 && !hasWord(lines.get(before))) {
            before--;
        }
        return before;
    }

    private static boolean hasWord(String text) {
        return text.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Returns where the line stands that {@link CauseRule.Place#DEEPEST} means; negative for none nearby. */
    static int deepest(List<String> lines, int at) {
        int deepest = -1;
        for (int following = at + 1; following < reach(lines, at); following++) {
            String text = text(lines.get(following));
            if (text.isEmpty() || lines.get(following).strip().startsWith("* ")) {
                break;
            }
            if (text.startsWith("> ")) {
                deepest = POINTER.matcher(text.substring(2)).find() ? deepest : following;
            }
        }
        return deepest;
    }

    /** Returns the text, or the words that it announces where it ends in a colon or the number of an error. */
    static String announced(String text, List<String> lines, int at) {
        String said = text;
        int announcing = at;
        for (int round = 0; round < ANNOUNCEMENTS && ANNOUNCES.matcher(said).find(); round++) {
            announcing = next(lines, announcing);
            String following = announcing < 0 ? "" : text(lines.get(announcing));
            if (following.chars().noneMatch(Character::isLetter)
                    || following.startsWith("at ")
                    || SOURCE.matcher(following).find()
                    || CauseRules.NO_REASON.matcher(following).find()) {
                return said;
            }
            said = WORD.split(following).length < WORDS ? said + " " + following : following;
        }
        return said;
    }
}
