package io.jenkins.plugins.slacknotify.slack.model;

import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.Optional;
import java.util.Set;

/**
 * The owner of a bot token: a bot in a workspace, or in a whole organisation.
 *
 * <p>What Slack left out is an empty string.
 *
 * @param workspace the workspace's name
 * @param teamId the workspace's id ({@code T…}), or the organisation's ({@code E…})
 * @param botName the name to {@code /invite}, without {@code @}
 * @param botUserId the bot's user id ({@code U…})
 * @param botId the id of the bot as the author of messages ({@code B…})
 * @param appId the id of the app ({@code A…}); Slack mostly leaves it out
 * @param scopes what the token may do, from the header {@code X-OAuth-Scopes}; empty if Slack did not send it
 * @param orgWide whether the app is installed in a whole Enterprise Grid organisation; such a token needs channel ids,
 *     channel names are refused with {@code team_not_found}
 */
public record BotIdentity(
        String workspace,
        String teamId,
        String botName,
        String botUserId,
        String botId,
        String appId,
        Set<String> scopes,
        boolean orgWide) {
    public BotIdentity {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Returns whether this bot has posted a message. Slack itself writes who has, so no other app can pretend to; which of
     * the three ids it writes depends on how the message was posted, so one that is the same is enough.
     */
    public boolean isAuthorOf(JsonResponse message) {
        return isSame(botId, message.text("bot_id"))
                || isSame(botUserId, message.text("user"))
                || isSame(appId, message.text("app_id"));
    }

    private static boolean isSame(String own, Optional<String> authors) {
        return !own.isEmpty() && authors.filter(own::equals).isPresent();
    }
}
