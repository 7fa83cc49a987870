package io.jenkins.plugins.slacknotify.event;

import io.jenkins.plugins.slacknotify.event.text.EnumParser;

/** The severity of an event, from the least to the most important. */
public enum Severity {
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL;

    /**
     * Parses a severity as people write it, in any case.
     *
     * @throws IllegalArgumentException with a message that names the valid severities
     */
    public static Severity parse(String text) {
        return EnumParser.parse(Severity.class, "severity", text, Severity::id);
    }

    /** The name as it is written in configuration files and pipelines. */
    public String id() {
        return name();
    }
}
