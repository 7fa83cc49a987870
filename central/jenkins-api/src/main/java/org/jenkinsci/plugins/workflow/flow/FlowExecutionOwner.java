package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Queue;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;

public abstract class FlowExecutionOwner implements Serializable {
    @NonNull
    public abstract FlowExecution get() throws IOException;

    @CheckForNull
    public native FlowExecution getOrNull();

    @NonNull
    public abstract Queue.Executable getExecutable() throws IOException;

    @NonNull
    public native TaskListener getListener() throws IOException;

    public interface Executable {
        @CheckForNull
        FlowExecutionOwner asFlowExecutionOwner();
    }
}
