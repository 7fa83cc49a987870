package hudson.model.userproperty;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.ModelObject;

public abstract class UserPropertyCategory implements ExtensionPoint, ModelObject {
    public abstract String getShortDescription();

    @NonNull
    public static native <T extends UserPropertyCategory> T get(Class<T> type);

    public static class Preferences extends UserPropertyCategory {
        @Override
        public native String getDisplayName();

        @Override
        public native String getShortDescription();
    }
}
