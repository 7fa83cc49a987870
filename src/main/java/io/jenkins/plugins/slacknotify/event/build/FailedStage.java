package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.List;

/**
 * A stage of a pipeline that did not end well.
 *
 * @param name the stage's name for people, with the branch of a parallel step or the cell of a matrix that it belongs to, such as
 *     {@code Test (OS = windows)}; null for a failure outside of all stages and branches
 * @param outcome {@link Outcome#FAILURE}, {@link Outcome#UNSTABLE} or {@link Outcome#ABORTED}: how the stage ended, which need not
 *     be how its build ended
 * @param error what went wrong, in the words of the step that failed; null where it gave none
 * @param log the last lines that were logged there, with secrets masked as Jenkins masked them; at most
 *     {@value #LINES_KEPT}, possibly empty, never null
 */
public record FailedStage(
        @CheckForNull String name,
        Outcome outcome,
        @CheckForNull String error,
        List<String> log) {
    public static final int LINES_KEPT = 40;
    private static final int LINE_LIMIT = 300;
    private static final int ERROR_LIMIT = 1_000;

    public FailedStage {
        requireNonNull(outcome, "outcome");
        name = Excerpt.truncateNullable(name, LINE_LIMIT);
        error = Excerpt.truncateNullable(error, ERROR_LIMIT);
        log = Excerpt.last(log, LINES_KEPT, LINE_LIMIT);
    }

    /** A stage that failed. */
    public FailedStage(@CheckForNull String name, @CheckForNull String error, List<String> log) {
        this(name, Outcome.FAILURE, error, log);
    }

    /** Returns this stage without the lines of its log. */
    public FailedStage withoutLog() {
        return log.isEmpty() ? this : new FailedStage(name, outcome, error, List.of());
    }
}
