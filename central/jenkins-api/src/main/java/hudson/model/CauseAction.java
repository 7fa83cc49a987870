package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Collection;
import java.util.List;

public class CauseAction implements Action {
    public CauseAction(Cause c) {}

    public CauseAction(Collection<? extends Cause> causes) {}

    public native List<Cause> getCauses();

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
