package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public class CauseAction implements Action {
    public CauseAction(Cause c) {}

    @CheckForNull
    @Override
    public native String getIconFileName();

    @CheckForNull
    @Override
    public native String getDisplayName();

    @CheckForNull
    @Override
    public native String getUrlName();
}
