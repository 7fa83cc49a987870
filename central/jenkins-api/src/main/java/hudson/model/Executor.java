package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import jenkins.model.CauseOfInterruption;

public class Executor extends Thread {
    private Executor() {}

    @CheckForNull
    public native Queue.Executable getCurrentExecutable();

    public native Result abortResult();

    public native void interrupt(Result result, CauseOfInterruption... causes);

    public native void recordCauseOfInterruption(Run<?, ?> build, TaskListener listener);
}
