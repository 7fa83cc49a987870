package io.jenkins.plugins.slacknotify.admin;

/**
 * A row of the table about requests from Slack.
 *
 * @param bad whether somebody has to do something about it
 */
public record StatusRow(String label, String text, boolean bad) {
    static StatusRow of(String label, String text) {
        return new StatusRow(label, text, false);
    }

    static StatusRow bad(String label, String text) {
        return new StatusRow(label, text, true);
    }
}
