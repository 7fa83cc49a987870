package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.SCMListener;
import hudson.scm.ChangeLogSet;
import hudson.scm.SCM;

/** Has the change log of a build read ahead as soon as there is one. */
@Extension
public final class ChangeLogListener extends SCMListener {
    @Override
    public void onChangeLogParsed(Run<?, ?> run, SCM scm, TaskListener console, ChangeLogSet<?> changes) {
        if (!NestedJobs.isNested(run.getParent())) {
            ReadAhead.of(run, changes);
        }
    }
}
