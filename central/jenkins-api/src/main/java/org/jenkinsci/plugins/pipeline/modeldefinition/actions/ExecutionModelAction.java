package org.jenkinsci.plugins.pipeline.modeldefinition.actions;

import hudson.model.InvisibleAction;

public class ExecutionModelAction extends InvisibleAction {
    private ExecutionModelAction() {}
}
