package io.jenkins.plugins.slacknotify.sandbox.workspace;

/**
 * The author of a message, and how the author is shown.
 *
 * @param botId null for a message of a person
 * @param username the name that this message asked for, or null
 * @param iconEmoji such as {@code :jenkins:}, or null
 * @param iconUrl or null
 */
public record Author(
        String userId, String botId, String appId, String name, String username, String iconEmoji, String iconUrl) {
    public String shownName() {
        return username == null ? name : username;
    }
}
