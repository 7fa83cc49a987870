package jenkins.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;

public abstract class SecurityListener implements ExtensionPoint {
    protected native void loggedIn(@NonNull String username);
}
