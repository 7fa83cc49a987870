package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.outbox.Backoff;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Entry;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.OutboxListener;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.OutboxThreads;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Takes over what is to be told and sees to it that it is.
 *
 * <p>{@link #completed} and {@link #announce} rate, route and write to disk, and return; they ask neither Slack nor a
 * credentials provider. Everything else happens later, on threads of the outbox, with the guarantees of {@link Outbox}.
 *
 * <p>Safe for use by many threads.
 */
public final class NotificationEngine implements Closeable {
    /** What is older than this is no news any more. */
    private static final Duration MAXIMUM_AGE = Duration.ofHours(24);

    private final Supplier<EngineSettings> settings;
    private final SlackGateway gateway;
    private final InstantSource clock;
    private final Outbox outbox;

    /**
     * @param settings asked anew each time, so a change of the configuration counts at once
     * @param listener hears what becomes of every message
     */
    public NotificationEngine(
            Supplier<EngineSettings> settings,
            TokenSource tokens,
            SlackGateway gateway,
            OutboxStore store,
            OutboxListener listener,
            OutboxThreads threads,
            InstantSource clock) {
        this.settings = settings;
        this.gateway = gateway;
        this.clock = clock;
        SlackCourier courier = new SlackCourier(settings, tokens, gateway, this::find, clock);
        SlackPace pace = new SlackPace(clock);
        outbox = new Outbox(store, courier, listener, Backoff.standard(), pace, MAXIMUM_AGE, clock, threads);
    }

    /** Begins to send, first what an earlier process left. Returns at once. */
    public void start() {
        outbox.start();
    }

    /**
     * Takes a completed build over, for everybody who hears of the builds of the whole system. A build that is handed over
     * twice is told once.
     *
     * @return what was handed over; empty where nobody wants to hear of it
     */
    public List<HandedOver> completed(BuildEvent event) {
        EngineSettings now = settings.get();
        if (!now.enabled()) {
            return List.of();
        }
        return now.router().route(event).stream()
                .map(destination -> completed(event, destination, now))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<HandedOver> completed(BuildEvent event, Destination destination, EngineSettings now) {
        Notification notification = new Notification(
                event, now.severities().rate(event.outcome(), event.trend()), null, destination, null, false);
        String id = DeliveryIds.ofCompleted(event.key(), destination);
        return accept(id, notification, true) ? Optional.of(new HandedOver(id, destination.label())) : Optional.empty();
    }

    /**
     * Takes over what a job asks to be said.
     *
     * @return one for each message, in the order of the channels or replies that were asked for
     * @throws CannotAnnounceException where that is impossible; nothing was taken over then
     */
    public List<HandedOver> announce(Announcement announcement) throws CannotAnnounceException {
        List<Draft> drafts = new AnnouncementPlan(settings.get(), this::find).drafts(announcement);
        drafts.forEach(draft -> accept(draft.id(), draft.notification(), false));
        return drafts.stream()
                .filter(Draft::leads)
                .map(draft -> new HandedOver(
                        draft.id(), draft.notification().destination().label()))
                .toList();
    }

    /** What has become of a message; empty where it is not known (any more). */
    public Optional<Delivery> find(String deliveryId) {
        return outbox.find(deliveryId);
    }

    /** Tells what Slack has answered to a message, with the terms of {@link Outbox#answered}. */
    public CompletionStage<Delivery> answered(String deliveryId) {
        return outbox.answered(deliveryId);
    }

    /** Where a message that was sent has arrived; empty for any other. */
    public static Optional<Receipt> receipt(Delivery delivery) {
        return Optional.ofNullable(delivery.receipt()).map(json -> JsonCodec.read(json, Receipt.class));
    }

    /** What a delivery is about, in words for a log; holds nothing that the build's page would not show. */
    public static String describe(Delivery delivery) {
        return Notification.read(delivery)
                .map(it -> it.event().key() + " to " + it.destination().label())
                .orElse(delivery.entry().id());
    }

    /** Tries at once whatever waits, because a change of the configuration may have mended its reason. */
    public void settingsChanged() {
        outbox.wakeAll();
    }

    /** How many messages are not finished. */
    public int waiting() {
        return outbox.waiting();
    }

    /** Stops sending; what is not finished goes on after the next start. */
    @Override
    public void close() throws IOException {
        try {
            outbox.close();
        } finally {
            gateway.close();
        }
    }

    private boolean accept(String id, Notification notification, boolean foldable) {
        return outbox.accept(new Entry(
                id,
                DeliveryIds.lane(notification.destination()),
                DeliveryIds.conversation(notification.event().key()),
                notification.severity().ordinal(),
                foldable,
                clock.instant(),
                JsonCodec.write(notification)));
    }
}
