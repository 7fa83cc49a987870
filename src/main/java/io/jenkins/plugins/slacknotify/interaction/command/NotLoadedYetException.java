package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.interaction.build.StopAnswers;

/** Thrown by a command that has done nothing, as Jenkins has not loaded the build yet. The command is to be tried again. */
final class NotLoadedYetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String build;

    /** @param build its name, in mrkdwn */
    NotLoadedYetException(String build) {
        super("A build is being loaded");
        this.build = build;
    }

    /** Returns when it is tried again, and what the member is told where that does not help. */
    ActResult.Later later() {
        return StopAnswers.later(build);
    }
}
