package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.security.ACL;
import hudson.security.AccessControlled;

public class User implements ModelObject, AccessControlled {
    private User() {}

    public native String getId();

    @NonNull
    public native String getFullName();

    @NonNull
    @Override
    public native String getDisplayName();

    @NonNull
    public native String getUrl();

    @NonNull
    @Override
    public native ACL getACL();

    @CheckForNull
    public static native User current();

    @Nullable
    public static native User getById(String id, boolean create);
}
