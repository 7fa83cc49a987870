package org.jenkinsci.plugins.displayurlapi;

import hudson.PluginWrapper;
import java.io.Closeable;

public class DisplayURLContext implements Closeable {
    private DisplayURLContext() {}

    public static native DisplayURLContext open(boolean guessPlugin);

    public native DisplayURLContext plugin(PluginWrapper plugin);

    @Override
    public native void close();
}
