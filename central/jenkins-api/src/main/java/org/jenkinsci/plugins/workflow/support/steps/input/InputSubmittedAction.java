package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.PersistentAction;

public class InputSubmittedAction implements PersistentAction {
    private InputSubmittedAction() {}

    @NonNull
    public native Map<String, Object> getParameters();

    @CheckForNull
    public native String getApprover();

    @Override
    public native String getIconFileName();

    @Override
    public native String getDisplayName();

    @Override
    public native String getUrlName();
}
