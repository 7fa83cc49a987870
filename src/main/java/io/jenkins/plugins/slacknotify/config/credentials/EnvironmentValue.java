package io.jenkins.plugins.slacknotify.config.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * The value that the environment has for an {@link EnvironmentVariable}.
 *
 * @param source the name of the variable that counts; null where neither form is set
 * @param value the value without white space around it; null where there is none that can be used
 * @param problem a sentence that says what is wrong and what to do, and quotes no value; null while all is well. There
 *     may be a value nevertheless
 */
public record EnvironmentValue(
        @CheckForNull String source,
        @CheckForNull String value,
        @CheckForNull String problem) {
    static final EnvironmentValue UNSET = new EnvironmentValue(null, null, null);

    /** Returns whether either form of the variable is set, usable or not. */
    public boolean isSet() {
        return source != null;
    }

    /** Returns the value that can be used. */
    public Optional<String> usable() {
        return Optional.ofNullable(value);
    }

    @Override
    public String toString() {
        return source + (value == null ? " without a value" : "=****");
    }
}
