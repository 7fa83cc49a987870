package io.jenkins.plugins.slacknotify.personal;

import io.jenkins.plugins.slacknotify.config.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.JenkinsProxy;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.engine.EngineSettings;
import io.jenkins.plugins.slacknotify.slack.Answer;
import io.jenkins.plugins.slacknotify.slack.BotToken;
import io.jenkins.plugins.slacknotify.slack.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackUser;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Writes with the token, the name and the icon of the global configuration. */
final class SystemMessenger implements Messenger {
    /** For each step; a person is waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SlackGateway gateway =
            new SlackApiGateway(HttpSettings.defaults().withTimeout(PATIENCE).withProxy(JenkinsProxy.chooser()));
    private final EngineSettings settings;
    private final SlackConnection connection;

    private SystemMessenger(EngineSettings settings, BotToken token) {
        this.settings = settings;
        this.connection = new SlackConnection(settings.apiUrl(), token);
    }

    /**
     * Asks a credentials provider on the caller's thread.
     *
     * @return empty where there is no bot token, or all is switched off
     */
    static Optional<Messenger> open() {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        return configuration
                .credentialsIdInUse()
                .filter(id -> configuration.isEnabled())
                .flatMap(BotTokenCredentials::findForSystem)
                .map(credentials -> new SystemMessenger(
                        configuration.toEngineSettings(),
                        BotToken.of(credentials.getSecret().getPlainText())));
    }

    @Override
    public Answer<Optional<SlackUser>> find(String addressOrId) {
        return addressOrId.contains("@")
                ? gateway.userByEmail(connection, addressOrId)
                : gateway.userById(connection, addressOrId);
    }

    @Override
    public Answer<MessageLocation> write(SlackUser member, String text) {
        OutgoingMessage message = OutgoingMessage.of(
                        member.id(), text, UUID.randomUUID().toString())
                .withSender(settings.botName(), settings.botIcon());
        return gateway.post(connection, message);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
