package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.Outcome;

/**
 * A place of a pipeline's graph at which something did not end well.
 *
 * @param node the step, or the end of the block, that failed first
 * @param outcome how badly its stage ended because of it
 * @param error null where it noted a warning and did not fail
 * @param message what was noted; null for nothing
 * @param sparesBuild whether it is none of the reasons why the build is bad
 */
record Failure(
        GraphNode node,
        Outcome outcome,
        @CheckForNull Throwable error,
        @CheckForNull String message,
        boolean sparesBuild) {
    /** Creates a failure that may be why the build is bad. */
    Failure(GraphNode node, Outcome outcome, @CheckForNull Throwable error, @CheckForNull String message) {
        this(node, outcome, error, message, false);
    }

    /** Whether a bad build may be bad for it. */
    boolean mayBeReason() {
        return !sparesBuild && outcome != Outcome.NOT_BUILT;
    }
}
