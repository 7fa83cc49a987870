package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.Domain;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.ModelObject;
import hudson.model.Saveable;
import hudson.security.AccessControlled;
import java.io.IOException;
import java.util.List;

public abstract class CredentialsStore implements AccessControlled, Saveable {
    protected CredentialsStore() {}

    @Nullable
    public final native CredentialsProvider getProvider();

    @NonNull
    public abstract ModelObject getContext();

    @NonNull
    public native List<Domain> getDomains();

    @NonNull
    public abstract List<Credentials> getCredentials(@NonNull Domain domain);

    public abstract boolean addCredentials(@NonNull Domain domain, @NonNull Credentials credentials) throws IOException;

    public abstract boolean updateCredentials(
            @NonNull Domain domain, @NonNull Credentials current, @NonNull Credentials replacement) throws IOException;
}
