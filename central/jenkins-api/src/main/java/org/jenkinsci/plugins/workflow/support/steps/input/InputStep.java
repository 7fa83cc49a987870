package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.ParameterDefinition;
import java.io.Serializable;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

public class InputStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;

    public InputStep(String message) {}

    @CheckForNull
    public native String getSubmitter();

    @CheckForNull
    public native String getSubmitterParameter();

    public native String getOk();

    public native String getCancel();

    @NonNull
    public native List<ParameterDefinition> getParameters();

    public native String getMessage();

    @Override
    public native StepExecution start(StepContext context) throws Exception;
}
