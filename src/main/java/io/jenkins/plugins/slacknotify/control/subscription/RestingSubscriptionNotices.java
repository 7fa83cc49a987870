package io.jenkins.plugins.slacknotify.control.subscription;

import hudson.model.Computer;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.subscription.RestingReason;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notifies the author of a subscription once, in a direct message, that the subscription rests. If the message cannot be sent, or
 * notifications are switched off, the log and the alert for administrators still say so. The message does not name the job, which the author may not be allowed
 * to read any more.
 */
final class RestingSubscriptionNotices {
    private static final Logger LOGGER = Logger.getLogger(RestingSubscriptionNotices.class.getName());

    private RestingSubscriptionNotices() {}

    /** Returns at once. */
    static void send(Subscription subscription) {
        LOGGER.log(Level.INFO, "The subscription {0} of {1} rests, as {2}", new Object[] {
            subscription.id(), subscription.author().account(), reason(subscription)
        });
        Computer.threadPoolForRemoting.execute(() -> notify(subscription));
    }

    private static void notify(Subscription subscription) {
        if (!SlackNotifyConfiguration.get().isEnabled()) {
            return;
        }
        SlackGateway gateway = SharedSlackClient.interactiveGateway();
        Optional<SlackConnection> bot = InstalledBots.shared()
                .of(InstallationKey.ofId(subscription.author().installation()))
                .success()
                .flatMap(found -> found);
        if (bot.isEmpty()) {
            LOGGER.log(Level.FINE, "No bot can tell the author of the subscription {0}", subscription.id());
            return;
        }
        String text = "The subscription `" + subscription.id() + "` that you have made for "
                + subscription.target().label() + " rests: " + reason(subscription)
                + ". It goes on by itself when that is different; `unsubscribe " + subscription.id() + "` ends it.";
        SlackResult<?> sent = gateway.post(
                bot.get(), OutgoingMessage.of(subscription.author().member(), text, "rest-" + subscription.id()));
        if (sent.success().isEmpty()) {
            LOGGER.log(
                    Level.INFO,
                    "The author of the subscription {0} could not be told that it rests",
                    subscription.id());
        }
    }

    private static String reason(Subscription subscription) {
        RestingReason rest = subscription.rest();
        return rest == null ? "" : rest.sentence();
    }
}
