package hudson.model;

import hudson.ExtensionPoint;

public abstract class AdministrativeMonitor extends AbstractModelObject implements ExtensionPoint {
    protected AdministrativeMonitor() {}

    @Override
    public native String getDisplayName();

    public abstract boolean isActivated();
}
