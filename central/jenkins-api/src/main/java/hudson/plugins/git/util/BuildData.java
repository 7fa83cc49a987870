package hudson.plugins.git.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.plugins.git.Revision;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

public class BuildData implements Action {
    private BuildData() {}

    @CheckForNull
    public native Revision getLastBuiltRevision();

    public native Set<String> getRemoteUrls();

    @CheckForNull
    public native Build getLastBuild(ObjectId commit);

    public native Build getLastBuildOfBranch(String branch);

    @Override
    public native String getIconFileName();

    @Override
    public native String getDisplayName();

    @Override
    public native String getUrlName();
}
