package hudson.model;

import hudson.ExtensionPoint;

public abstract class JobProperty<J extends Job<?, ?>> implements Describable<JobProperty<?>>, ExtensionPoint {
    protected transient J owner;

    protected native void setOwner(J owner);

    @Override
    public native JobPropertyDescriptor getDescriptor();
}
