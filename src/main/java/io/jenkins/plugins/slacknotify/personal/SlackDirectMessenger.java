package io.jenkins.plugins.slacknotify.personal;

import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.CredentialsUnavailableException;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.util.Optional;
import java.util.UUID;

/** Sends direct messages with the token, the name and the icon of the global configuration. */
final class SlackDirectMessenger implements DirectMessenger {
    private final SlackGateway gateway = SharedSlackClient.interactiveGateway();
    private final EngineSettings settings;
    private final SlackConnection connection;

    private SlackDirectMessenger(EngineSettings settings, BotToken token) {
        this.settings = settings;
        this.connection = new SlackConnection(settings.apiUrl(), token);
    }

    /**
     * Opens a messenger, for a page.
     *
     * @return empty where there is no bot token, or notifications are switched off
     * @throws CredentialsUnavailableException where the token cannot be looked up now
     */
    static Optional<DirectMessenger> open() {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        return configuration
                .credentialsIdInUse()
                .filter(id -> configuration.isEnabled())
                .flatMap(BotTokenCredentials::findForPage)
                .map(credentials ->
                        new SlackDirectMessenger(configuration.toEngineSettings(), BotToken.of(credentials.secret())));
    }

    @Override
    public SlackResult<Optional<SlackUser>> find(String addressOrId) {
        return addressOrId.contains("@")
                ? gateway.userByEmail(connection, addressOrId)
                : gateway.userById(connection, addressOrId);
    }

    @Override
    public SlackResult<MessageLocation> send(SlackUser member, String text) {
        OutgoingMessage message = OutgoingMessage.of(
                        member.id(), text, UUID.randomUUID().toString())
                .withSender(settings.botName(MessageOptions.DEFAULT), settings.botIcon(MessageOptions.DEFAULT));
        return gateway.post(connection, message).map(PostedMessage::location);
    }

    @Override
    public SlackResult<BotIdentity> identify() {
        return gateway.identify(connection);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
