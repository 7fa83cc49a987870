package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.diagnosis.LogDiagnosis;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stage of a pipeline that did not end well.
 *
 * @param name the stage's name for people, with the branch of a parallel step or the cell of a matrix that it belongs to, such as
 *     {@code Test (OS = windows)}; null for a failure outside of all stages and branches
 * @param outcome how the stage ended, which need not be how its build ended; never {@link Outcome#SUCCESS}
 * @param error what went wrong, in the words of the step that failed; null where it gave none
 * @param log the last lines that were logged there, with secrets masked as Jenkins masked them; at most
 *     {@value #LINES_KEPT}, possibly empty, never null
 * @param reason the line of the log that says why, as {@link LogDiagnosis} finds it; null where none does
 */
public record FailedStage(
        @CheckForNull String name,
        Outcome outcome,
        @CheckForNull String error,
        List<String> log,
        @CheckForNull String reason) {
    public static final int LINES_KEPT = 40;

    /** How many frames of a stack are kept, from the top. */
    private static final int FRAMES_KEPT = 5;

    private static final Pattern FRAME = Pattern.compile("^\\s+at \\S.*$");
    private static final int MAX_LINE = 300;
    private static final int MAX_ERROR = 1_000;

    /**
     * The messages of steps about a process that has failed, whatever the reason: {@code sh}, {@code bat}, and those of Maven and Gradle.
     */
    private static final String EXIT =
            "(?:script|process|command) (?:returned|exited with|failed with) (?:an? )?(?:non-?zero )?(?:exit )?(?:code|status)";

    private static final Pattern BARE_EXIT = Pattern.compile("(?i)^" + EXIT);

    /** Such a message behind the words of a script that has caught it, and perhaps its type. */
    private static final Pattern QUOTED_EXIT =
            Pattern.compile("(?i)^(.+?[^\\w.])(?:[\\w.$]+Exception: )?" + EXIT + ":? -?\\d++([)\\]]?)\\.?\\s*$");

    public FailedStage {
        requireNonNull(outcome, "outcome");
        name = Excerpt.truncateNullable(name, MAX_LINE);
        error = Excerpt.truncateNullable(error, MAX_ERROR);
        log = Excerpt.last(withoutDeepFrames(log), LINES_KEPT, MAX_LINE);
        reason = Excerpt.truncateNullable(reason, MAX_LINE);
    }

    /**
     * A stage whose log is looked through for the reason.
     *
     * @param log the lines at the end of the log, more than are kept
     */
    public FailedStage(@CheckForNull String name, Outcome outcome, @CheckForNull String error, List<String> log) {
        this(name, outcome, error, log, LogDiagnosis.of(log).orElse(null));
    }

    /** Returns the log without the deeper frames of its stacks, which would leave no room for other lines. */
    private static List<String> withoutDeepFrames(List<String> log) {
        List<String> kept = new ArrayList<>(log.size());
        int depth = 0;
        for (String line : log) {
            depth = FRAME.matcher(line).matches() ? depth + 1 : 0;
            if (depth <= FRAMES_KEPT) {
                kept.add(line);
            } else if (depth == FRAMES_KEPT + 1) {
                kept.add("    …");
            }
        }
        return kept;
    }

    public FailedStage(@CheckForNull String name, @CheckForNull String error, List<String> log) {
        this(name, Outcome.FAILURE, error, log);
    }

    /**
     * Returns what went wrong in one line; null where nobody knows. The words of the step come first, unless they say no more than
     * that a process has failed; where a script has put that behind words of its own, the line of the log follows these.
     */
    @CheckForNull
    public String explanation() {
        if (reason == null || error == null) {
            return error == null ? reason : error;
        }
        if (BARE_EXIT.matcher(error).find()) {
            return reason;
        }
        Matcher quoted = QUOTED_EXIT.matcher(error);
        return quoted.matches() ? quoted.group(1) + reason + quoted.group(2) : error;
    }

    /**
     * Returns this stage without an {@link #explanation()}, where that is a line of its log, or ends with it. The words of the step stay,
     * though the log has them, too.
     */
    public FailedStage withoutExplanationByLog() {
        String told = explanation();
        boolean isByLog = reason != null && (reason.equals(told) || !Objects.equals(error, told));
        return isByLog ? new FailedStage(name, outcome, null, log, null) : this;
    }

    public FailedStage withoutExplanation() {
        return new FailedStage(name, outcome, null, log, null);
    }

    /** Returns this stage without the line of its log that says why it failed. */
    public FailedStage withoutReason() {
        return new FailedStage(name, outcome, error, log, null);
    }

    /** Returns this stage without the lines of its log. The one that says why stays, as the error does. */
    public FailedStage withoutLog() {
        return log.isEmpty() ? this : new FailedStage(name, outcome, error, List.of(), reason);
    }
}
