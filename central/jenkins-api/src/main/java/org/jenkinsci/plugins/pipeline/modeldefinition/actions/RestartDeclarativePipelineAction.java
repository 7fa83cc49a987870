package org.jenkinsci.plugins.pipeline.modeldefinition.actions;

import hudson.model.Action;
import java.util.List;

public class RestartDeclarativePipelineAction implements Action {
    private RestartDeclarativePipelineAction() {}

    public native boolean isRestartEnabled();

    public native List<String> getRestartableStages();

    @Override
    public native String getIconFileName();

    @Override
    public native String getDisplayName();

    @Override
    public native String getUrlName();
}
