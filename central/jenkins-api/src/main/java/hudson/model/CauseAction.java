package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Collection;

public class CauseAction implements Action {
    public CauseAction(Cause c) {}

    public CauseAction(Collection<? extends Cause> causes) {}

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
