package org.jenkinsci.plugins.displayurlapi;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Run;

public abstract class DisplayURLProvider implements ExtensionPoint {
    public static native DisplayURLProvider get();

    @NonNull
    public abstract String getRunURL(Run<?, ?> run);

    @NonNull
    public abstract String getChangesURL(Run<?, ?> run);

    public abstract String getTestsURL(Run<?, ?> run);
}
