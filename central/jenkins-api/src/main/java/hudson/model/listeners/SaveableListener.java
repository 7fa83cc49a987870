package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.XmlFile;
import hudson.model.Saveable;

public abstract class SaveableListener implements ExtensionPoint {
    public native void onChange(Saveable o, XmlFile file);

    public static native void fireOnChange(Saveable o, XmlFile file);
}
