package org.jenkinsci.plugins.pipeline.modeldefinition.causes;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.model.Run;

public class RestartDeclarativePipelineCause extends Cause {
    public RestartDeclarativePipelineCause(Run<?, ?> original, String originStage) {}

    @CheckForNull
    public native Run<?, ?> getOriginal();

    @Override
    public native String getShortDescription();
}
