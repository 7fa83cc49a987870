package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.memory.ExpiringCache;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks Slack for the addresses of messages that have arrived, on the caller's thread: one that serves a page.
 *
 * <p><b>Guaranteed:</b> an address is asked for once while it is remembered, and what Slack does not tell, once a minute. {@link
 * #AT_ONCE} threads at most wait for Slack, and {@link #MAX_WAITING} for these: who opens a link by a double click gets the answer to
 * the first one. So whoever may open a link over and over keeps neither Slack nor Jenkins busy.
 *
 * <p>Safe for use by many threads.
 */
public final class PermalinkLookup {
    /** How many callers may wait for Slack at a time; whoever comes then waits for one of them. */
    static final int AT_ONCE = 4;

    /** How many callers may wait for others at a time; whoever comes then is told nothing. */
    static final int MAX_WAITING = 16;

    /** How long a caller waits for others. A call of Slack takes as long at most where a person waits. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private static final int REMEMBERED = 1_000;
    private static final Duration NOT_AGAIN = Duration.ofMinutes(1);

    private final Supplier<EngineSettings> settings;
    private final SlackConnector connector;
    private final SlackGateway gateway;
    private final LruCache<MessageLocation, String> addresses = new LruCache<>(REMEMBERED);

    /** The messages of which Slack gave no address when it was asked last. */
    private final ExpiringCache<MessageLocation, Boolean> failures;

    /** The messages of which Slack is asked at this moment. Guarded by this object. */
    private final Set<MessageLocation> asked = new HashSet<>();

    /** How many callers wait for the answer to another caller's question. Guarded by this object. */
    private int waiting;

    /** @param gateway for a person who waits for the answer */
    public PermalinkLookup(
            Supplier<EngineSettings> settings, SlackConnector connector, SlackGateway gateway, InstantSource clock) {
        this.settings = settings;
        this.connector = connector;
        this.gateway = gateway;
        failures = new ExpiringCache<>(REMEMBERED, NOT_AGAIN, clock);
    }

    /**
     * The address of a message; empty where it has not arrived, there is no token, or Slack does not tell, and where too many callers wait
     * for Slack already, or these take too long.
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
        if (!begin(location)) {
            return addresses.get(location);
        }
        try {
            Optional<String> address = ask(location, notification);
            address.ifPresentOrElse(it -> addresses.put(location, it), () -> failures.put(location, true));
            return address;
        } finally {
            end(location);
        }
    }

    /** Waits for whoever is in the way. Returns false where Slack is not to be asked: somebody else has its answer, or none came. */
    private synchronized boolean begin(MessageLocation location) {
        long end = System.nanoTime() + MAX_WAIT.toNanos();
        while (addresses.get(location).isEmpty() && failures.get(location).isEmpty()) {
            if (asked.size() < AT_ONCE && asked.add(location)) {
                return true;
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || waiting >= MAX_WAITING || !awaitEnd(left)) {
                return false;
            }
        }
        return false;
    }

    /** Returns false where the thread was interrupted. Called under the lock of this object. */
    private synchronized boolean awaitEnd(long millis) {
        waiting++;
        try {
            wait(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }

    private synchronized void end(MessageLocation location) {
        asked.remove(location);
        notifyAll();
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
