package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.HttpResponse;

public class InputStepExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    private InputStepExecution(StepContext context) {
        super(context);
    }

    @Override
    public native boolean start() throws Exception;

    public native InputStep getInput();

    public native boolean isSettled();

    public native HttpResponse proceed(@CheckForNull Map<String, Object> params)
            throws IOException, InterruptedException;

    public native void preSubmissionCheck() throws IOException, InterruptedException;
}
