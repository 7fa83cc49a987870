package io.jenkins.plugins.slacknotify.config;

import io.jenkins.plugins.slacknotify.engine.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.slack.Answer;
import io.jenkins.plugins.slacknotify.slack.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.BotToken;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import java.net.URI;

/** Asks Slack what the token that is configured for the system may do. */
public final class ScopeInquiry {
    private ScopeInquiry() {}

    /**
     * Asks a credentials provider and Slack on the caller's thread, where a person is waiting.
     *
     * @throws TokenUnavailableException where there is no token, or none of a bot
     */
    public static Answer<BotIdentity> ask() throws TokenUnavailableException {
        BotToken token = CredentialsTokenSource.ofSystem();
        URI apiUrl = SlackNotifyConfiguration.get().toEngineSettings().apiUrl();
        try (SlackGateway gateway = ConnectionTest.gateway()) {
            return gateway.identify(new SlackConnection(apiUrl, token));
        }
    }
}
