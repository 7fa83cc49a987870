package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.notification.FileShow;
import io.jenkins.plugins.slacknotify.engine.notification.FileUpload;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.Reaction;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.outbox.Courier;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The courier of the outbox: reads what waits, checks who may get it, and gives it to the sender of its kind. */
public final class SlackCourier implements Courier {
    /** The pause while the switch is off. Switching it on wakes everything that waits. */
    private static final Duration SWITCHED_OFF = Duration.ofMinutes(10);

    private static final Logger LOGGER = Logger.getLogger(SlackCourier.class.getName());

    private static final String NOT_ALLOWED =
            "The person it was meant for is no user of this Jenkins any more, or may not read the job";

    private final Supplier<EngineSettings> settings;
    private final RecipientLookup recipients;
    private final MessageSender messages;
    private final PeopleLookupSender lookups;
    private final ReactionSender reactions;
    private final FileUploadSender uploads;
    private final FileShowSender shows;

    SlackCourier(
            Supplier<EngineSettings> settings,
            RecipientLookup recipients,
            MessageSender messages,
            PeopleLookupSender lookups,
            ReactionSender reactions,
            FileUploadSender uploads,
            FileShowSender shows) {
        this.settings = settings;
        this.recipients = recipients;
        this.messages = messages;
        this.lookups = lookups;
        this.reactions = reactions;
        this.uploads = uploads;
        this.shows = shows;
    }

    /** Returns a builder, in which no part is set yet. */
    public static SlackCourierBuilder builder() {
        return new SlackCourierBuilder();
    }

    /** One attempt, by the sender of the kind. */
    @FunctionalInterface
    private interface Attempt {
        SendResult run() throws TokenUnavailableException, UnwritableException;
    }

    @Override
    public SendResult send(Delivery delivery) {
        return send(delivery, false);
    }

    @Override
    public SendResult sendPlain(Delivery delivery) {
        return send(delivery, true);
    }

    private SendResult send(Delivery delivery, boolean plain) {
        EngineSettings now = settings.get();
        if (!now.enabled()) {
            return switchedOff();
        }
        Optional<Notification> notification = NotificationCodec.read(delivery);
        if (notification.isEmpty()) {
            return unreadable();
        }
        if (!recipients.mayRead(notification.get())) {
            return new SendResult.Refused(NOT_ALLOWED);
        }
        return plain && notification.get() instanceof Message message
                ? run(() -> messages.sendPlain(delivery, message, now))
                : run(notification.get().accept(new SenderSwitch(delivery, now)));
    }

    @Override
    public SendResult lookFor(List<Delivery> parcel) {
        EngineSettings now = settings.get();
        if (!now.enabled()) {
            return switchedOff();
        }
        return parcel.stream()
                .flatMap(delivery -> NotificationCodec.read(delivery, Message.class).stream())
                .findFirst()
                .map(message -> run(() -> messages.findDigest(parcel.get(0), message, now)))
                .orElseGet(SlackCourier::unreadable);
    }

    /** Chooses the sender of each kind of notification. */
    private final class SenderSwitch implements Notification.Visitor<Attempt> {
        private final Delivery delivery;
        private final EngineSettings now;

        SenderSwitch(Delivery delivery, EngineSettings now) {
            this.delivery = delivery;
            this.now = now;
        }

        @Override
        public Attempt visit(Message message) {
            return () -> messages.send(delivery, message, now);
        }

        @Override
        public Attempt visit(PeopleLookup lookup) {
            return () -> lookups.send(delivery, lookup, now);
        }

        @Override
        public Attempt visit(Reaction reaction) {
            return () -> reactions.send(reaction, now);
        }

        @Override
        public Attempt visit(FileUpload upload) {
            return () -> uploads.send(delivery, upload, now);
        }

        @Override
        public Attempt visit(FileShow show) {
            return () -> shows.send(delivery, show, now);
        }
    }

    @Override
    public SendResult sendTogether(List<Delivery> parcel) {
        EngineSettings now = settings.get();
        if (!now.enabled()) {
            return switchedOff();
        }
        List<Message> readable = parcel.stream()
                .map(delivery -> NotificationCodec.read(delivery, Message.class))
                .flatMap(Optional::stream)
                .toList();
        if (readable.isEmpty()) {
            return unreadable();
        }
        List<Message> allowed = readable.stream().filter(recipients::mayRead).toList();
        int unread = parcel.size() - readable.size();
        return allowed.isEmpty()
                ? new SendResult.Refused(NOT_ALLOWED)
                : run(() -> messages.sendDigest(parcel.get(0), allowed, unread, now));
    }

    private static SendResult run(Attempt attempt) {
        try {
            return attempt.run();
        } catch (TokenUnavailableException e) {
            return new SendResult.Held(e.getMessage());
        } catch (UnwritableException e) {
            LOGGER.log(Level.WARNING, "A message could not be written", e);
            return new SendResult.Retry(null, e.getMessage(), SendResult.Scope.MESSAGE);
        }
    }

    private static SendResult switchedOff() {
        return new SendResult.Retry(SWITCHED_OFF, "Slack notifications are switched off");
    }

    /** Held and not refused, so that the version that has written it sends it, should it come back in time. */
    private static SendResult unreadable() {
        return new SendResult.Held(
                "Another version of this plugin has written this message, and this one cannot read it."
                        + " It is sent when that version, or a newer one, is installed again");
    }
}
