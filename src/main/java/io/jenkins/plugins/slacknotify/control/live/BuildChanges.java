package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;

/** Counts, for the {@link LiveView}s, how often builds start, end or are deleted. */
@Extension
public class BuildChanges extends RunListener<Run<?, ?>> {
    @Override
    public void onStarted(Run<?, ?> run, TaskListener listener) {
        JenkinsChanges.note();
    }

    @Override
    public void onFinalized(Run<?, ?> run) {
        JenkinsChanges.note();
    }

    @Override
    public void onDeleted(Run<?, ?> run) {
        JenkinsChanges.note();
    }
}
