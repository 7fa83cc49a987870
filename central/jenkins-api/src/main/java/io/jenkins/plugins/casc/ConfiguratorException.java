package io.jenkins.plugins.casc;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public class ConfiguratorException extends RuntimeException {
    public ConfiguratorException(@CheckForNull String message) {
        super(message);
    }

    public ConfiguratorException(@CheckForNull String message, @CheckForNull Throwable cause) {
        super(message, cause);
    }

    @CheckForNull
    public native String getPath();
}
