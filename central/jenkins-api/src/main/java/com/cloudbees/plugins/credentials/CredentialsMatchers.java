package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.NonNull;

public class CredentialsMatchers {
    private CredentialsMatchers() {}

    @NonNull
    public static native CredentialsMatcher always();

    @NonNull
    public static native CredentialsMatcher withId(@NonNull String id);
}
