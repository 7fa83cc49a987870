package io.jenkins.plugins.slacknotify.control.live;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;

/** Tells the {@link LiveView}s of builds that start, end or are deleted. */
@Extension
public class BuildChanges extends RunListener<Run<?, ?>> {
    @Override
    public void onStarted(Run<?, ?> run, TaskListener listener) {
        LiveView.allChanged();
    }

    @Override
    public void onFinalized(Run<?, ?> run) {
        LiveView.allChanged();
    }

    @Override
    public void onDeleted(Run<?, ?> run) {
        LiveView.allChanged();
    }
}
