package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Actionable;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;

public abstract class FlowNode extends Actionable {
    FlowNode() {}

    public native String getId();

    @CheckForNull
    public final native ErrorAction getError();

    @NonNull
    public native List<FlowNode> getParents();

    @NonNull
    public native Iterable<BlockStartNode> iterateEnclosingBlocks();
}
