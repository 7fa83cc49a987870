package io.jenkins.plugins.slacknotify.config;

import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import java.net.URI;

/** Asks Slack which bot a configured token belongs to, and which scopes it has. */
public final class TokenScopeLookup {
    private TokenScopeLookup() {}

    /**
     * Asks about the token of the whole system. Calls a credentials provider and Slack on the caller's thread, where a person is
     * waiting.
     *
     * @throws TokenUnavailableException where there is no token, or none of a bot
     */
    public static SlackResult<BotIdentity> identify() throws TokenUnavailableException {
        return identify(CredentialsTokenSource.ofSystem());
    }

    /**
     * Asks about the token of a workspace in the routing of the system, on the caller's thread.
     *
     * @throws TokenUnavailableException where there is no token, or none of a bot
     */
    public static SlackResult<BotIdentity> identify(String workspace) throws TokenUnavailableException {
        return identify(CredentialsTokenSource.ofWorkspace(workspace));
    }

    private static SlackResult<BotIdentity> identify(BotToken token) {
        URI apiUrl = SlackNotifyConfiguration.currentApiUrl();
        try (SlackGateway gateway = SharedSlackClient.interactiveGateway()) {
            return gateway.identify(new SlackConnection(apiUrl, token));
        }
    }
}
