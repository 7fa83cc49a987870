package org.jenkinsci.plugins.workflow.cps.replay;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.model.Run;

public class ReplayCause extends Cause {
    ReplayCause() {}

    @CheckForNull
    public native Run<?, ?> getOriginal();

    @Override
    public native String getShortDescription();
}
