package jenkins.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;

public abstract class QueueItemAuthenticatorProvider implements ExtensionPoint {
    protected QueueItemAuthenticatorProvider() {}

    @NonNull
    public static native Iterable<QueueItemAuthenticator> authenticators();
}
