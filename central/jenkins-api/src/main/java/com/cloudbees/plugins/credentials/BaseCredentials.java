package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public class BaseCredentials implements Credentials {
    protected BaseCredentials() {}

    @CheckForNull
    @Override
    public native CredentialsScope getScope();
}
