package com.cloudbees.plugins.credentials;

import hudson.model.AbstractDescribableImpl;
import hudson.model.Saveable;
import java.io.IOException;

public class SystemCredentialsProvider extends AbstractDescribableImpl<SystemCredentialsProvider> implements Saveable {
    private SystemCredentialsProvider() {}

    public static native SystemCredentialsProvider getInstance();

    public static class ProviderImpl extends CredentialsProvider {
        public ProviderImpl() {}
    }

    @Override
    public native void save() throws IOException;
}
