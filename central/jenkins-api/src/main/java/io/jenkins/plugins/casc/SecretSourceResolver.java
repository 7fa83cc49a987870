package io.jenkins.plugins.casc;

public class SecretSourceResolver {
    public SecretSourceResolver(ConfigurationContext configurationContext) {}

    public native String resolve(String toInterpolate);
}
