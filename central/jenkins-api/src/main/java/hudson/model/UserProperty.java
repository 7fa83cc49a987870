package hudson.model;

import hudson.ExtensionPoint;
import hudson.model.Descriptor.FormException;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class UserProperty implements ReconfigurableDescribable<UserProperty>, ExtensionPoint {
    protected transient User user;

    protected native void setUser(User u);

    @Override
    public native UserPropertyDescriptor getDescriptor();

    @Override
    public native UserProperty reconfigure(StaplerRequest2 req, JSONObject form) throws FormException;
}
