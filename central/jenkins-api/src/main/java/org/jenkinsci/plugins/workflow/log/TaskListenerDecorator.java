package org.jenkinsci.plugins.workflow.log;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.console.ConsoleLogFilter;
import hudson.model.BuildListener;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

public abstract class TaskListenerDecorator implements Serializable {
    @NonNull
    public abstract OutputStream decorate(@NonNull OutputStream logger) throws IOException, InterruptedException;

    @Nullable
    public static native TaskListenerDecorator merge(
            @CheckForNull TaskListenerDecorator original, @CheckForNull TaskListenerDecorator subsequent);

    @CheckForNull
    public static native TaskListenerDecorator fromConsoleLogFilter(@CheckForNull ConsoleLogFilter filter);

    public static native BuildListener apply(
            @NonNull TaskListener listener,
            @NonNull FlowExecutionOwner owner,
            @CheckForNull TaskListenerDecorator mainDecorator);
}
