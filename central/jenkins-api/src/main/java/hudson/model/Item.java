package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;

public interface Item extends Saveable, ModelObject, AccessControlled {
    Permission CONFIGURE = new Permission(null, "Configure", null);
    Permission READ = new Permission(null, "Read", null);
    Permission DISCOVER = new Permission(null, "Discover", null);
    Permission EXTENDED_READ = new Permission(null, "ExtendedRead", null);
    Permission BUILD = new Permission(null, "Build", null);
    Permission CANCEL = new Permission(null, "Cancel", null);

    ItemGroup<? extends Item> getParent();

    String getName();

    String getFullName();

    String getUrl();

    default String getAbsoluteUrl() {
        throw new UnsupportedOperationException();
    }
}
