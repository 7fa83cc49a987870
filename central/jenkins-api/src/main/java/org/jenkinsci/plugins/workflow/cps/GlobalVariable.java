package org.jenkinsci.plugins.workflow.cps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Run;

public abstract class GlobalVariable implements ExtensionPoint {
    @CheckForNull
    public static native GlobalVariable byName(@NonNull String name, @CheckForNull Run<?, ?> run);
}
