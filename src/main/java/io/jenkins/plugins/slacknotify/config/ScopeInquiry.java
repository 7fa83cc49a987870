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
        return ask(CredentialsTokenSource.ofSystem());
    }

    /**
     * The same for the token of a workspace that is listed.
     *
     * @throws TokenUnavailableException as {@link #ask()}
     */
    public static Answer<BotIdentity> ask(String workspace) throws TokenUnavailableException {
        return ask(CredentialsTokenSource.ofWorkspace(workspace));
    }

    private static Answer<BotIdentity> ask(BotToken token) {
        URI apiUrl = SlackNotifyConfiguration.get().toEngineSettings().apiUrl();
        try (SlackGateway gateway = ConnectionTest.gateway()) {
            return gateway.identify(new SlackConnection(apiUrl, token));
        }
    }
}
