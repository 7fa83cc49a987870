package org.jenkinsci.plugins.workflow.support.steps.input;

import hudson.model.Action;

public class InputAction implements Action {
    @Override
    public native String getIconFileName();

    @Override
    public native String getDisplayName();

    @Override
    public native String getUrlName();
}
