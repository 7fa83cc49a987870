package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public abstract class PluginManager {
    private PluginManager() {}

    @CheckForNull
    public native PluginWrapper getPlugin(String shortName);
}
