package hudson.tasks;

import hudson.model.Describable;
import hudson.model.Descriptor;

public abstract class Publisher extends BuildStepCompatibilityLayer implements Describable<Publisher> {
    protected Publisher() {}

    public native boolean needsToRunAfterFinalized();

    @Override
    public native Descriptor<Publisher> getDescriptor();
}
