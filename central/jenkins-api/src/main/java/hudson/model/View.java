package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.util.Collection;

public abstract class View extends AbstractModelObject implements AccessControlled, Saveable {
    public static final Permission READ = new Permission(null, "Read", null);

    protected View(String name) {}

    @NonNull
    public abstract Collection<TopLevelItem> getItems();

    @NonNull
    public native String getViewName();

    @Override
    public native String getDisplayName();

    public native String getDescription();

    public native String getUrl();

    @NonNull
    @Override
    public native ACL getACL();
}
