package io.jenkins.plugins.slacknotify.trigger.library;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;

/** Notices, when a run has completed, whether it had a global variable with the name of the step. */
@Extension
public class StepNameListener extends RunListener<Run<?, ?>> {
    @Override
    public void onCompleted(Run<?, ?> run, TaskListener console) {
        boolean taken = ExtensionList.lookup(GlobalVariables.class).stream()
                .anyMatch(variables -> variables.has(run, StepName.STEP));
        ExtensionList.lookupSingleton(StepNameMonitor.class)
                .note(run.getParent().getFullName(), taken);
    }
}
