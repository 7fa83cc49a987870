package jenkins.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import org.springframework.security.core.userdetails.UserDetails;

public abstract class SecurityListener implements ExtensionPoint {
    protected native void authenticated2(@NonNull UserDetails details);

    protected native void loggedIn(@NonNull String username);
}
