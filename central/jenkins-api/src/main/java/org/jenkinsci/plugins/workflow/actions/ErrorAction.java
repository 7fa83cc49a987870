package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.NonNull;

public class ErrorAction implements PersistentAction {
    public ErrorAction(@NonNull Throwable error) {}

    @NonNull
    public native Throwable getError();

    @Override
    public native String getIconFileName();

    @Override
    public native String getDisplayName();

    @Override
    public native String getUrlName();
}
