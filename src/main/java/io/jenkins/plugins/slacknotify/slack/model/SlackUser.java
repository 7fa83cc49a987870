package io.jenkins.plugins.slacknotify.slack.model;

/**
 * A member of a Slack workspace.
 *
 * @param id the member id, beginning with {@code U} or {@code W}
 * @param name the name that Slack shows
 * @param deactivated whether an administrator has switched the account off
 * @param bot whether it is no person
 */
public record SlackUser(String id, String name, boolean deactivated, boolean bot) {
    /** Returns whether a person reads the messages to this member. */
    public boolean isReachable() {
        return !deactivated && !bot;
    }
}
