package io.jenkins.plugins.slacknotify.slack.api;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;

/**
 * The Slack to call, and the bot to call it as.
 *
 * @param apiUrl where the Web API is, normalised by {@link ApiUrl#of(URI)}; {@link ApiUrl#SLACK} for slack.com
 * @param token the bot's token; {@link #toString} masks it
 * @param teamId of the workspace that is meant ({@code T…}), where the token is one of a whole organisation; null for
 *     any other token, and where nothing is said. Slack asks for it where it lists something
 */
public record SlackConnection(
        URI apiUrl, BotToken token, @CheckForNull String teamId) {
    /** Makes a connection with a token of one workspace. */
    public SlackConnection(URI apiUrl, BotToken token) {
        this(apiUrl, token, null);
    }

    /** @throws IllegalArgumentException if the URL is none to send a token to; the message says why */
    public SlackConnection {
        apiUrl = ApiUrl.of(apiUrl);
        requireNonNull(token, "token");
    }

    /** Makes a connection to slack.com. */
    public static SlackConnection toSlack(BotToken token) {
        return new SlackConnection(ApiUrl.SLACK, token);
    }
}
