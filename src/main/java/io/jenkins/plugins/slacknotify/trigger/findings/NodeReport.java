package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/**
 * How a stage or step of a pipeline stands.
 *
 * @param stage the stage around a step, with its branches in parentheses; of a stage, its own name; null outside of all
 * @param step the name of a step; null where it is a stage
 * @param duration how long it has run, or has taken; null where nothing is known
 */
public record NodeReport(
        @CheckForNull String stage,
        @CheckForNull String step,
        State state,
        @CheckForNull Duration duration) {
    /** The state of a stage or step: whether it runs, or how it has ended. */
    public enum State {
        RUNNING,
        SUCCEEDED,
        UNSTABLE,
        FAILED
    }
}
