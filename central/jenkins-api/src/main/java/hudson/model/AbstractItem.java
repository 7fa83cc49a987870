package hudson.model;

import hudson.XmlFile;
import hudson.security.ACL;
import java.io.File;
import java.io.IOException;

public abstract class AbstractItem extends Actionable implements Item {
    protected AbstractItem(ItemGroup parent, String name) {}

    @Override
    public native ItemGroup getParent();

    @Override
    public native String getName();

    @Override
    public native String getDisplayName();

    @Override
    public final native String getFullName();

    public final native String getFullDisplayName();

    @Override
    public final native String getUrl();

    @Override
    public final native String getAbsoluteUrl();

    @Override
    public native ACL getACL();

    public native File getRootDir();

    public final native XmlFile getConfigFile();

    public synchronized native void save() throws IOException;

    public native String getDescription();
}
