package org.jenkinsci.plugins.workflow.support.steps.input;

import hudson.model.Action;
import java.util.List;
import java.util.concurrent.TimeoutException;

public class InputAction implements Action {
    public synchronized native List<InputStepExecution> getExecutions() throws InterruptedException, TimeoutException;

    @Override
    public native String getIconFileName();

    @Override
    public native String getDisplayName();

    @Override
    public native String getUrlName();
}
