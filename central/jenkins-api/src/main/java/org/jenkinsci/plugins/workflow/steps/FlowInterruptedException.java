package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;
import jenkins.model.CauseOfInterruption;

public final class FlowInterruptedException extends InterruptedException {
    private FlowInterruptedException() {}

    @NonNull
    public native List<CauseOfInterruption> getCauses();
}
