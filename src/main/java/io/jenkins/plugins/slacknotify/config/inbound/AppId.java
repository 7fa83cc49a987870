package io.jenkins.plugins.slacknotify.config.inbound;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;

/** The id of a Slack app ({@code A…}). */
final class AppId {
    private AppId() {}

    /**
     * Strips and checks an id. The error does not repeat what was typed, as it may be a secret that was pasted into the wrong field.
     *
     * @return the id without white space around it; null where there is none
     * @throws IllegalArgumentException where it is no such id
     */
    @CheckForNull
    static String checked(@CheckForNull String typed) {
        String given = Util.fixEmptyAndTrim(typed);
        if (given == null || SlackId.APP.matches(given)) {
            return given;
        }
        throw new IllegalArgumentException(Messages.AppId_malformed());
    }
}
