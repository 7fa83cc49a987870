package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.IdStrategy;

public class User implements ModelObject, AccessControlled, Saveable {
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

    @NonNull
    public static native Collection<User> getAll();

    @NonNull
    public static native IdStrategy idStrategy();

    public native <T extends UserProperty> T getProperty(Class<T> clazz);

    public synchronized native void addProperty(@NonNull UserProperty p) throws IOException;

    @CheckForNull
    public native File getUserFolder();

    @Override
    public synchronized native void save() throws IOException;
}
