package io.jenkins.plugins.slacknotify.trigger.running;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;

/** Finds pipelines that have reached an {@code input} step. Their builds keep its action after the answer. */
@Extension(optional = true)
public final class InputPauseDetector implements PauseDetector {
    @Override
    public boolean hasPaused(Run<?, ?> run) {
        return isThere(run.getAction(InputAction.class));
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the plugin is missing.
    private static boolean isThere(@CheckForNull InputAction action) {
        return action != null;
    }
}
