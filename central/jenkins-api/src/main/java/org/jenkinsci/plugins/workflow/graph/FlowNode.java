package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Action;
import hudson.model.Actionable;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public abstract class FlowNode extends Actionable {
    FlowNode() {}

    public native String getId();

    @NonNull
    public native FlowExecution getExecution();

    public final native boolean isActive();

    @CheckForNull
    public final native <T extends Action> T getPersistentAction(@NonNull Class<T> type);

    @CheckForNull
    public final native ErrorAction getError();

    @NonNull
    public native List<FlowNode> getParents();

    @NonNull
    public native Iterable<BlockStartNode> iterateEnclosingBlocks();

    public native String getDisplayName();
}
