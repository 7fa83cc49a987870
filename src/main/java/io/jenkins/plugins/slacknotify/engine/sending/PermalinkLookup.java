package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.notification.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks Slack for the addresses of messages that have arrived, on the caller's thread. */
public final class PermalinkLookup {
    private final Supplier<EngineSettings> settings;
    private final SlackConnector connector;
    private final SlackGateway gateway;

    public PermalinkLookup(Supplier<EngineSettings> settings, SlackConnector connector, SlackGateway gateway) {
        this.settings = settings;
        this.connector = connector;
        this.gateway = gateway;
    }

    /** The address of a message; empty where it has not arrived, there is no token, or Slack does not tell. */
    public Optional<String> find(Delivery delivery) {
        Optional<MessageReceipt> receipt = ReceiptCodec.message(delivery);
        Optional<Notification> notification = NotificationCodec.read(delivery);
        if (receipt.isEmpty() || notification.isEmpty()) {
            return Optional.empty();
        }
        try {
            return gateway.permalink(
                            connector.connect(notification.get(), settings.get()),
                            receipt.get().location())
                    .success();
        } catch (TokenUnavailableException e) {
            return Optional.empty();
        }
    }
}
