package io.jenkins.plugins.slacknotify.slack;

import java.util.Set;

/**
 * The owner of a bot token: a bot in a workspace, or in a whole organisation.
 *
 * <p>What Slack left out is an empty string.
 *
 * @param workspace the workspace's name
 * @param workspaceUrl the workspace's address, such as {@code https://acme.slack.com/}
 * @param teamId the workspace's id ({@code T…}), or the organisation's ({@code E…})
 * @param botName the name to {@code /invite}, without {@code @}
 * @param botUserId the bot's user id ({@code U…})
 * @param scopes what the token may do, from the header {@code X-OAuth-Scopes}; empty if Slack did not send it
 * @param orgWide whether the app is installed in a whole Enterprise Grid organisation; such a token needs channel ids,
 *     channel names are refused with {@code team_not_found}
 */
public record BotIdentity(
        String workspace,
        String workspaceUrl,
        String teamId,
        String botName,
        String botUserId,
        Set<String> scopes,
        boolean orgWide) {
    public BotIdentity {
        scopes = Set.copyOf(scopes);
    }
}
