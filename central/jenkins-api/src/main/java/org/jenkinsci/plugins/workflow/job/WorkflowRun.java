package org.jenkinsci.plugins.workflow.job;

import hudson.model.Run;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

public final class WorkflowRun extends Run<WorkflowJob, WorkflowRun> implements FlowExecutionOwner.Executable {
    private WorkflowRun() throws IOException {
        super(null);
    }

    @Override
    public native FlowExecutionOwner asFlowExecutionOwner();

    public native void doTerm();

    public native void doKill();
}
