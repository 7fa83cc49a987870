package org.jenkinsci.plugins.workflow.job;

import hudson.model.Job;

public final class WorkflowJob extends Job<WorkflowJob, WorkflowRun> {
    private WorkflowJob() {
        super(null, null);
    }

    @Override
    public native boolean isBuildable();
}
