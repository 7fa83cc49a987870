package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Asks Slack for the addresses of messages that have arrived, on the caller's thread: one that serves a page.
 *
 * <p><b>Guaranteed:</b> an address is asked for once while it is remembered, and what Slack does not tell, once a minute. {@link
 * #AT_ONCE} threads at most wait for Slack. So whoever may open a link over and over keeps neither Slack nor Jenkins busy.
 *
 * <p>Safe for use by many threads.
 */
public final class PermalinkLookup {
    /** How many callers may wait for Slack at a time; whoever comes then is told nothing. */
    static final int AT_ONCE = 4;

    private static final int REMEMBERED = 1_000;
    private static final Duration NOT_AGAIN = Duration.ofMinutes(1);

    private final Supplier<EngineSettings> settings;
    private final SlackConnector connector;
    private final SlackGateway gateway;
    private final InstantSource clock;
    private final LruCache<MessageLocation, String> addresses = new LruCache<>(REMEMBERED);
    private final LruCache<MessageLocation, Instant> failures = new LruCache<>(REMEMBERED);

    /** The messages of which Slack is asked at this moment. */
    private final Set<MessageLocation> asked = ConcurrentHashMap.newKeySet();

    /** @param gateway for a person who waits for the answer */
    public PermalinkLookup(
            Supplier<EngineSettings> settings, SlackConnector connector, SlackGateway gateway, InstantSource clock) {
        this.settings = settings;
        this.connector = connector;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * The address of a message; empty where it has not arrived, there is no token, or Slack does not tell, and where Slack is asked of it, or
     * of several others, by other threads.
     */
    public Optional<String> find(Delivery delivery) {
        Optional<MessageReceipt> receipt = ReceiptCodec.message(delivery);
        Optional<Notification> notification = NotificationCodec.read(delivery);
        if (receipt.isEmpty() || notification.isEmpty()) {
            return Optional.empty();
        }
        MessageLocation location = receipt.get().location();
        return addresses.get(location).or(() -> find(location, notification.get()));
    }

    private Optional<String> find(MessageLocation location, Notification notification) {
        if (hasFailed(location) || !begin(location)) {
            return Optional.empty();
        }
        try {
            Optional<String> address = ask(location, notification);
            address.ifPresentOrElse(it -> addresses.put(location, it), () -> failures.put(location, clock.instant()));
            return address;
        } finally {
            asked.remove(location);
        }
    }

    private boolean hasFailed(MessageLocation location) {
        return failures.get(location)
                .filter(at -> clock.instant().isBefore(at.plus(NOT_AGAIN)))
                .isPresent();
    }

    private synchronized boolean begin(MessageLocation location) {
        return asked.size() < AT_ONCE && asked.add(location);
    }

    private Optional<String> ask(MessageLocation location, Notification notification) {
        try {
            return gateway.permalink(connector.connect(notification, settings.get()), location)
                    .success();
        } catch (TokenUnavailableException e) {
            return Optional.empty();
        }
    }
}
