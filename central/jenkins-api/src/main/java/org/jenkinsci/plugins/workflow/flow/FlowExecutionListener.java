package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;

public abstract class FlowExecutionListener implements ExtensionPoint {
    public native void onResumed(@NonNull FlowExecution execution);
}
