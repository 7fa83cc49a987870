package io.jenkins.plugins.slacknotify.control;

import jenkins.model.CauseOfInterruption;

/** Says in the log of a build that it was stopped from Slack, and by whom there. Stored with the build. */
public final class SlackInterruption extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    private final String member;

    public SlackInterruption(String member) {
        this.member = member;
    }

    @Override
    public String getShortDescription() {
        return Messages.SlackInterruption_description(member);
    }
}
