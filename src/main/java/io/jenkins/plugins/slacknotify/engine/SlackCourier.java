package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.message.MessageRenderer;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.outbox.Attempt;
import io.jenkins.plugins.slacknotify.outbox.Courier;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.BotToken;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Carries one notification to Slack: finds the token and what it replies to, writes the message, and sends it. */
final class SlackCourier implements Courier {
    /** While the switch is off. Switching it on wakes everything that waits. */
    private static final Duration SWITCHED_OFF = Duration.ofMinutes(10);

    private final Supplier<EngineSettings> settings;
    private final TokenSource tokens;
    private final SlackGateway gateway;
    private final MessageRenderer renderer;
    private final Function<String, Optional<Delivery>> deliveries;
    private final ChannelIds channelIds = new ChannelIds();

    SlackCourier(
            Supplier<EngineSettings> settings,
            TokenSource tokens,
            SlackGateway gateway,
            MessageRenderer renderer,
            Function<String, Optional<Delivery>> deliveries) {
        this.settings = settings;
        this.tokens = tokens;
        this.gateway = gateway;
        this.renderer = renderer;
        this.deliveries = deliveries;
    }

    @Override
    public Attempt send(Delivery delivery) {
        EngineSettings now = settings.get();
        if (!now.enabled()) {
            return new Attempt.Later(SWITCHED_OFF, "Slack notifications are switched off");
        }
        Notification notification;
        try {
            notification = JsonCodec.read(delivery.entry().payload(), Notification.class);
        } catch (RuntimeException unreadable) {
            // Trying again would not help, and would hold up all that goes to this channel.
            return new Attempt.Refused("This version of the plugin cannot read what another version has written");
        }
        return send(delivery, notification, now);
    }

    private Attempt send(Delivery delivery, Notification notification, EngineSettings now) {
        EarlierMessage earlier = EarlierMessage.of(notification.reply(), deliveries);
        if (earlier.obstacle() != null) {
            return earlier.obstacle();
        }
        try {
            BotToken token = tokens.find(
                    notification.destination().credentialsId(),
                    notification.event().key());
            SlackPost post = new SlackPost(
                    gateway,
                    new SlackConnection(now.apiUrl(), token),
                    message(delivery, notification, earlier, now),
                    notification.wantsPermalink());
            Attempt attempt = send(post, delivery, earlier, channelId(notification.destination(), earlier));
            channelIds.learn(notification.destination(), attempt);
            return attempt;
        } catch (TokenUnavailableException e) {
            return new Attempt.Refused(e.getMessage());
        }
    }

    private String channelId(Destination destination, EarlierMessage earlier) {
        return earlier.location() == null
                ? channelIds.of(destination)
                : earlier.location().channel();
    }

    private static Attempt send(SlackPost post, Delivery delivery, EarlierMessage earlier, String channelId) {
        // An update that arrives twice is the same message; only a new message can be a duplicate.
        if (earlier.updates()) {
            return post.update(earlier.location());
        }
        return delivery.state().mayHaveArrived()
                ? post.postUnlessFound(channelId, delivery.entry().acceptedAt())
                : post.post();
    }

    private OutgoingMessage message(
            Delivery delivery, Notification notification, EarlierMessage earlier, EngineSettings now) {
        RenderedMessage rendered = notification.text() == null
                ? renderer.render(notification.event(), notification.severity())
                : renderer.render(notification.text(), notification.event(), notification.severity());
        // A thread stays where it is, though its channel be renamed.
        String channel = earlier.location() == null
                ? notification.destination().label()
                : earlier.location().channel();
        return OutgoingMessage.of(channel, rendered.text(), delivery.entry().id())
                .withAttachments(rendered.attachments())
                .withSender(now.botName(), now.botIcon())
                .inThread(earlier.threadTs());
    }
}
