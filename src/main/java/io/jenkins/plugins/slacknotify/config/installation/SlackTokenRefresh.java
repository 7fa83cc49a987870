package io.jenkins.plugins.slacknotify.config.installation;

import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.inbound.AppClient;
import io.jenkins.plugins.slacknotify.installation.TokenRefresh;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.ClientCredentials;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import io.jenkins.plugins.slacknotify.slack.app.OAuthClient;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import java.util.List;
import java.util.Optional;

/** Renews tokens with the client id and secret that the settings choose. */
final class SlackTokenRefresh implements TokenRefresh {
    @Override
    public Optional<String> findProblem(String appId) {
        return client(appId).isPresent() ? Optional.empty() : Optional.of(Messages.SlackTokenRefresh_noClient(appId));
    }

    @Override
    public SlackResult<?> check(IssuedSecret token) {
        try (SlackGateway slack = SharedSlackClient.interactiveGateway()) {
            return slack.identify(
                    new SlackConnection(SlackNotifyConfiguration.currentApiUrl(), BotToken.of(token.reveal())));
        }
    }

    @Override
    public SlackResult<AppGrant> refresh(String appId, IssuedSecret refreshToken) {
        ClientCredentials client = client(appId).orElse(null);
        if (client == null) {
            return new SlackResult.Unreachable<>(Messages.SlackTokenRefresh_noClient(appId));
        }
        try (OAuthClient slack = SharedSlackClient.oauth()) {
            return slack.refresh(SlackNotifyConfiguration.currentApiUrl(), client, refreshToken);
        }
    }

    /** Finds that of the app; an app whose id is not configured may be any, if it is the only one. */
    private static Optional<ClientCredentials> client(String appId) {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            List<AppClient> clients = AppClient.all(
                            SlackNotifyConfiguration.get().getInbound().getApps())
                    .stream()
                    .filter(client -> client.credentials() != null)
                    .toList();
            return clients.stream()
                    .filter(client -> appId.equals(client.appId()))
                    .findFirst()
                    .or(() -> clients.stream()
                            .filter(client -> client.appId() == null && clients.size() == 1)
                            .findFirst())
                    .map(AppClient::credentials);
        }
    }
}
