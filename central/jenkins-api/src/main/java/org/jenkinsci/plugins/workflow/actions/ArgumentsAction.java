package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

public abstract class ArgumentsAction implements PersistentAction {
    public enum NotStoredReason {
        MASKED_VALUE,
        OVERSIZE_VALUE,
        UNSERIALIZABLE
    }

    @NonNull
    public static native Map<String, Object> getArguments(@NonNull FlowNode n);

    @NonNull
    public static native Map<String, Object> getFilteredArguments(@NonNull FlowNode n);
}
