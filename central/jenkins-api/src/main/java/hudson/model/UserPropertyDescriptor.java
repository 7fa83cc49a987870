package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.userproperty.UserPropertyCategory;

public abstract class UserPropertyDescriptor extends Descriptor<UserProperty> {
    protected UserPropertyDescriptor(Class<? extends UserProperty> clazz) {}

    protected UserPropertyDescriptor() {}

    public abstract UserProperty newInstance(User user);

    @NonNull
    public native UserPropertyCategory getUserPropertyCategory();
}
