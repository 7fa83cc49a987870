package hudson.scm;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.model.Describable;

public abstract class SCM implements Describable<SCM>, ExtensionPoint {
    public abstract ChangeLogParser createChangeLogParser();

    public native String getType();

    public native String getKey();

    @CheckForNull
    public final native RepositoryBrowser<?> getEffectiveBrowser();
}
