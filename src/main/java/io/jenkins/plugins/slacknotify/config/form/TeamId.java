package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;

/**
 * The id of a Slack workspace ({@code T…}). A token of a whole Enterprise Grid organisation needs it in every call that asks for a
 * list.
 */
public final class TeamId {
    private TeamId() {}

    /**
     * Strips and checks an id.
     *
     * @return the id without white space around it; null where there is none
     * @throws IllegalArgumentException where it is no such id, or the id of an organisation instead of a workspace
     */
    @CheckForNull
    public static String checked(@CheckForNull String typed) {
        String given = Util.fixEmptyAndTrim(typed);
        if (given == null || SlackId.WORKSPACE.matches(given)) {
            return given;
        }
        throw new IllegalArgumentException(
                SlackId.ORGANISATION.matches(given)
                        ? Messages.TeamId_organisation(given)
                        : Messages.TeamId_malformed());
    }
}
