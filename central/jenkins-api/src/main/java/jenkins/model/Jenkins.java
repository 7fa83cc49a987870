package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.Plugin;
import hudson.PluginManager;
import hudson.ProxyConfiguration;
import hudson.init.InitMilestone;
import hudson.markup.MarkupFormatter;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import hudson.model.View;
import hudson.model.ViewGroup;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.SecurityRealm;
import hudson.util.XStream2;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kohsuke.stapler.HttpRedirect;
import org.springframework.security.core.Authentication;

public class Jenkins implements ItemGroup<TopLevelItem>, ViewGroup, AccessControlled {
    public static final XStream2 XSTREAM2 = new XStream2();

    public static final Permission ADMINISTER = new Permission(null, "Administer", null);
    public static final Permission MANAGE = new Permission(null, "Manage", null);
    public static final Permission SYSTEM_READ = new Permission(null, "SystemRead", null);
    public static final Permission READ = new Permission(null, "Read", null);

    // Not a literal null, which static analysis would take for the value in Jenkins.
    public static final Authentication ANONYMOUS2 =
            Optional.<Authentication>empty().orElse(null);

    private Jenkins() {}

    @NonNull
    public static native Jenkins get();

    @CheckForNull
    public static native Jenkins getInstanceOrNull();

    @NonNull
    public static native Authentication getAuthentication2();

    @Nullable
    public native String getRootUrl();

    public native File getRootDir();

    @CheckForNull
    public native ProxyConfiguration getProxy();

    @CheckForNull
    public native Plugin getPlugin(String shortName);

    public native PluginManager getPluginManager();

    @NonNull
    public native Descriptor getDescriptorOrDie(Class<? extends Describable> type);

    public native SecurityRealm getSecurityRealm();

    @NonNull
    public native MarkupFormatter getMarkupFormatter();

    public native Computer[] getComputers();

    @CheckForNull
    public native Computer getComputer(@NonNull String name);

    @CheckForNull
    public native Item getItemByFullName(String fullName);

    @CheckForNull
    public native <T extends Item> T getItemByFullName(@NonNull String fullName, Class<T> type);

    public native InitMilestone getInitLevel();

    public native boolean isQuietingDown();

    public native boolean isPreparingSafeRestart();

    @CheckForNull
    public native String getQuietDownReason();

    public native HttpRedirect doQuietDown(
            boolean block, int timeout, @CheckForNull String message, boolean safeRestart)
            throws InterruptedException, IOException;

    public synchronized native HttpRedirect doCancelQuietDown();

    public native boolean isTerminating();

    public native String getLegacyInstanceId();

    @NonNull
    @Override
    public native ACL getACL();

    @Override
    public native String getFullName();

    @Override
    public native String getFullDisplayName();

    @Override
    public native String getDisplayName();

    @Override
    public native List<TopLevelItem> getItems();

    @Override
    public native TopLevelItem getItem(String name);

    @Override
    public native String getUrl();

    @Override
    public native Collection<View> getViews();

    @CheckForNull
    @Override
    public native View getView(String name);

    @Override
    public synchronized native void save() throws IOException;
}
