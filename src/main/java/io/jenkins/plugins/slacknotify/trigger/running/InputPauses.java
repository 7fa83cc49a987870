package io.jenkins.plugins.slacknotify.trigger.running;

import hudson.Extension;
import hudson.model.Run;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;

/** Pipelines with an {@code input} step: their builds keep its action when it was answered. */
@Extension(optional = true)
public final class InputPauses implements Pauses {
    @Override
    public boolean hasPaused(Run<?, ?> run) {
        return run.getAction(InputAction.class) != null;
    }
}
