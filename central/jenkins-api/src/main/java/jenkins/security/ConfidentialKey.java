package jenkins.security;

import edu.umd.cs.findbugs.annotations.NonNull;

public abstract class ConfidentialKey {
    protected ConfidentialKey(@NonNull String id) {}
}
