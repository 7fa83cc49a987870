package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import jenkins.model.CauseOfInterruption;

public final class Rejection extends CauseOfInterruption {
    private Rejection() {}

    @CheckForNull
    public native User getUser();

    @Override
    public native String getShortDescription();
}
