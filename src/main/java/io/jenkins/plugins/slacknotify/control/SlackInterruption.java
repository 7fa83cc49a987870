package io.jenkins.plugins.slacknotify.control;

import jenkins.model.CauseOfInterruption;

/** The line in a build's log that says from where in Slack it was stopped. */
public final class SlackInterruption extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    private final String by;

    /** @param by who, as plain text for a log */
    SlackInterruption(String by) {
        this.by = by;
    }

    @Override
    public String getShortDescription() {
        return "Told to stop by " + by;
    }
}
