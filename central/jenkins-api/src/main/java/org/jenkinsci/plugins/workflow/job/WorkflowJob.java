package org.jenkinsci.plugins.workflow.job;

import hudson.model.Job;

public abstract class WorkflowJob extends Job<WorkflowJob, WorkflowRun> {
    private WorkflowJob() {
        super(null, null);
    }
}
