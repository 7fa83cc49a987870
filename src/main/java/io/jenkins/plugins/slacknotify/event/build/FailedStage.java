package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.List;

/**
 * The stage in which a pipeline failed.
 *
 * @param name the stage's name, or that of the branch of a parallel step
 * @param error what went wrong, in the words of the step that failed; null where it gave none
 * @param log the last lines that were logged there, with secrets masked as Jenkins masked them; at most
 *     {@value #LINES_KEPT}, possibly empty, never null
 */
public record FailedStage(String name, @CheckForNull String error, List<String> log) {
    /** The number of log lines that are kept at most. */
    public static final int LINES_KEPT = 40;

    private static final int LINE_LIMIT = 300;
    private static final int ERROR_LIMIT = 1_000;

    public FailedStage {
        name = Excerpt.truncate(requireNonNull(name, "name"), LINE_LIMIT);
        error = Excerpt.truncateNullable(error, ERROR_LIMIT);
        log = Excerpt.last(log, LINES_KEPT, LINE_LIMIT);
    }
}
