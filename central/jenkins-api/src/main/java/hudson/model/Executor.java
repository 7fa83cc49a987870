package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public class Executor extends Thread {
    private Executor() {}

    @CheckForNull
    public native Queue.Executable getCurrentExecutable();

    public native Result abortResult();

    public native void recordCauseOfInterruption(Run<?, ?> build, TaskListener listener);
}
