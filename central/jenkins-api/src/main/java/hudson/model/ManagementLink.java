package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.security.Permission;

public abstract class ManagementLink implements ExtensionPoint, Action {
    @CheckForNull
    @Override
    public abstract String getIconFileName();

    public native String getDescription();

    @CheckForNull
    @Override
    public abstract String getUrlName();

    @NonNull
    public native Permission getRequiredPermission();

    @NonNull
    public native Category getCategory();

    public enum Category {
        CONFIGURATION,
        SECURITY,
        STATUS,
        TROUBLESHOOTING,
        TOOLS,
        MISC,
        UNCATEGORIZED
    }
}
