package hudson.model;

import hudson.ExtensionPoint;
import hudson.model.Descriptor.FormException;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class JobProperty<J extends Job<?, ?>>
        implements ReconfigurableDescribable<JobProperty<?>>, ExtensionPoint {
    protected transient J owner;

    protected void setOwner(J owner) {
        this.owner = owner;
    }

    @Override
    public native JobProperty<?> reconfigure(StaplerRequest2 req, JSONObject form) throws FormException;

    @Override
    public native JobPropertyDescriptor getDescriptor();
}
