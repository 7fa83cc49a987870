package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;

public abstract class SynchronousStepExecution<T> extends StepExecution {
    protected SynchronousStepExecution(@NonNull StepContext context) {
        super(context);
    }

    protected abstract T run() throws Exception;

    @Override
    public final native boolean start() throws Exception;

    @Override
    public native void stop(@NonNull Throwable cause) throws Exception;
}
