package org.jenkinsci.plugins.workflow.job;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;

public final class WorkflowJob extends Job<WorkflowJob, WorkflowRun> {
    private WorkflowJob() {
        super(null, null);
    }

    @CheckForNull
    public native FlowDefinition getDefinition();

    @Override
    public native boolean isBuildable();
}
