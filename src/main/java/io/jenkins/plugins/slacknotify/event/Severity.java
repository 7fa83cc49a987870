package io.jenkins.plugins.slacknotify.event;

import io.jenkins.plugins.slacknotify.event.text.EnumParser;

/** How much a notification matters, from least to most. */
public enum Severity {
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL;

    /**
     * Reads a severity as people write it, in any case.
     *
     * @throws IllegalArgumentException with a message that names the severities there are
     */
    public static Severity parse(String text) {
        return EnumParser.parse(Severity.class, "severity", text, Severity::id);
    }

    /** The name as it is written in configuration files and pipelines. */
    public String id() {
        return name();
    }
}
