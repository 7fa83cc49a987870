package io.jenkins.plugins.slacknotify.config.code;

import hudson.ExtensionList;
import hudson.ExtensionPoint;

/** Replaces the variables in a value of a YAML file, such as {@code ${OPS_CHANNEL}}. */
public interface YamlVariables extends ExtensionPoint {
    /**
     * Returns a value as Configuration as Code would read it. A variable that is not set becomes empty.
     *
     * @param value one value of the file, as it is written there
     */
    String resolve(String value);

    /** Replaces the variables in a value, where Configuration as Code is installed; without it, nothing reads such a file. */
    static String resolved(String value) {
        return ExtensionList.lookup(YamlVariables.class).stream()
                .findFirst()
                .map(variables -> variables.resolve(value))
                .orElse(value);
    }
}
