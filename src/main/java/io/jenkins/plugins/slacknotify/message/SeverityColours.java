package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.event.Severity;

/** The colours of the bar beside a message, from Slack's own palette. */
final class SeverityColours {
    private SeverityColours() {}

    /** The colour of a severity, as {@code #rrggbb}. */
    static String of(Severity severity) {
        return switch (severity) {
            case INFO -> "#2eb67d";
            case NOTICE -> "#36c5f0";
            case WARNING -> "#ecb22e";
            case ERROR -> "#e01e5a";
            case CRITICAL -> "#a30d3a";
        };
    }
}
