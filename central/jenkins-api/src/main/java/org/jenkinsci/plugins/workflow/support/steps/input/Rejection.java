package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import jenkins.model.CauseOfInterruption;

public final class Rejection extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    public Rejection(@CheckForNull User user) {}

    @CheckForNull
    public native User getUser();

    @Override
    public native String getShortDescription();
}
