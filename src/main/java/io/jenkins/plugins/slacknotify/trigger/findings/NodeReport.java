package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.StageState;
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
        StageState state,
        @CheckForNull Duration duration) {}
