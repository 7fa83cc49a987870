package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.Outcome;

/** The colours of the bar beside a message, from Slack's own palette. */
final class SeverityColours {
    private SeverityColours() {}

    private static final String GOOD = "#2eb67d";

    /** The colour of a build: of its severity, and green for a build that has ended well, unless that is rated as a warning or worse. */
    static String of(BuildEvent event, Severity severity) {
        boolean isGood = event.outcome() == Outcome.SUCCESS && event.milestone() == null && !event.running();
        return isGood && severity.compareTo(Severity.WARNING) < 0 ? GOOD : of(severity);
    }

    static String of(Severity severity) {
        return switch (severity) {
            case INFO -> GOOD;
            case NOTICE -> "#36c5f0";
            case WARNING -> "#ecb22e";
            case ERROR -> "#e01e5a";
            case CRITICAL -> "#a30d3a";
        };
    }
}
