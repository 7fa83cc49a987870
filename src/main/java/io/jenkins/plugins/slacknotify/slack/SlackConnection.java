package io.jenkins.plugins.slacknotify.slack;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * Which Slack, and as whom.
 *
 * @param apiUrl where the Web API is, normalised by {@link ApiUrl#of(URI)}; {@link ApiUrl#SLACK} for slack.com
 * @param token the bot's token; {@link #toString} masks it
 */
public record SlackConnection(URI apiUrl, BotToken token) {

    /** @throws IllegalArgumentException if the URL is none to send a token to; the message says why */
    public SlackConnection {
        apiUrl = ApiUrl.of(apiUrl);
        requireNonNull(token, "token");
    }

    /** The bot with this token at slack.com. */
    public static SlackConnection toSlack(BotToken token) {
        return new SlackConnection(ApiUrl.SLACK, token);
    }
}
