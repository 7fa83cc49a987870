package org.jenkinsci.plugins.workflow.cps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

public class CpsFlowExecution extends FlowExecution {
    public CpsFlowExecution(String script, boolean sandbox, FlowExecutionOwner owner, FlowDurabilityHint durabilityHint)
            throws IOException {}

    public native String getScript();

    public native boolean isSandbox();

    @Override
    public native FlowExecutionOwner getOwner();

    @Override
    public native List<FlowNode> getCurrentHeads();

    @CheckForNull
    @Override
    public native FlowNode getNode(String id) throws IOException;
}
