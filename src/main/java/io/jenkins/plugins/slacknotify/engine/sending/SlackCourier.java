package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.conversation.PlacementFinder;
import io.jenkins.plugins.slacknotify.engine.notification.FileShow;
import io.jenkins.plugins.slacknotify.engine.notification.FileUpload;
import io.jenkins.plugins.slacknotify.engine.notification.LaneKey;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.Reaction;
import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.spi.UnreadDeliveryException;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.outbox.Courier;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.slack.api.RateLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The courier of the outbox: reads what waits, checks who may get it, and gives it to the sender of its kind. */
public final class SlackCourier implements Courier {
    /** How long a delivery waits while notifications are switched off. Switching them on wakes everything that waits. */
    private static final Duration SWITCHED_OFF = Duration.ofMinutes(10);

    /** How long a delivery waits after rights have changed, before it is decided again which messages share one. */
    private static final Duration RIGHTS_CHANGED = Duration.ofSeconds(1);

    private static final Logger LOGGER = Logger.getLogger(SlackCourier.class.getName());

    private static final String NOT_ALLOWED =
            "The person it was meant for is no longer a user of this Jenkins, or may not read the job";

    private static final Note UNREAD =
            Note.forEverybody("Jenkins' disk does not give what the message belongs to at the moment");

    private static final String NOT_SUBSCRIBED =
            "The subscription by which it was meant for the channel has ended, rests, or its author may not read the job";

    private final Supplier<EngineSettings> settings;
    private final RecipientLookup recipients;
    private final MessagePosts posts;
    private final MessageSender messages;
    private final DoubtfulMessages doubtful;
    private final PeopleLookupSender lookups;
    private final ReactionSender reactions;
    private final FileUploadSender uploads;
    private final FileShowSender shows;

    SlackCourier(SlackCourierBuilder parts) {
        settings = parts.settings;
        recipients = parts.recipients;
        ResultMapper results = new ResultMapper(parts.clock);
        RateLimits limits = new RateLimits(parts.clock);
        ChannelPoster poster = new ChannelPoster(parts.gateway, parts.channelIds, limits, parts.clock);
        NamedChannels named = new NamedChannels(parts.channelSources, parts.itemNames);
        PlacementFinder placements = new PlacementFinder(parts.deliveries);
        MentionResolver mentions = new MentionResolver(parts.connector, recipients);
        ThreadPlanner threads = new ThreadPlanner(parts.composer, parts.followUps);
        posts = new MessagePosts(parts.connector, poster, named, results);
        messages = new MessageSender(
                posts, poster, named, placements, mentions, parts.composer, threads, results, parts.steadyClock);
        doubtful = new DoubtfulMessages(posts, placements, threads, results);
        lookups = new PeopleLookupSender(
                parts.connector,
                recipients,
                new ChannelReaders(parts.gateway, limits, parts.conversations),
                parts.spool,
                parts.conversations,
                parts.followUps,
                results);
        reactions = new ReactionSender(parts.connector, parts.gateway, placements, limits, results);
        uploads = new FileUploadSender(
                parts.connector, parts.gateway, parts.spool, parts.deliveries, parts.followUps, results);
        shows = new FileShowSender(
                parts.connector,
                placements,
                parts.log,
                mentions,
                parts.composer,
                poster,
                new FileShare(poster, parts.spool, results),
                results);
    }

    /** Returns a builder, in which no part is set yet. */
    public static SlackCourierBuilder builder() {
        return new SlackCourierBuilder();
    }

    /** One attempt, by the sender for the kind of notification. */
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

    /** A part of an attempt that uses the same settings from its beginning to its end. */
    @FunctionalInterface
    private interface Action {
        SendResult run(EngineSettings settings);
    }

    /** Does what may ask Slack. While the switch is off, nobody asks Slack for anything, not even for what is there already. */
    private SendResult whereSwitchedOn(Action action) {
        EngineSettings current = settings.get();
        return current.enabled() ? action.run(current) : switchedOff();
    }

    private SendResult send(Delivery delivery, boolean plain) {
        return whereSwitchedOn(current -> send(delivery, plain, current));
    }

    private SendResult send(Delivery delivery, boolean plain, EngineSettings settings) {
        Optional<Notification> notification = NotificationCodec.read(delivery);
        if (notification.isEmpty()) {
            return unreadable();
        }
        Attempt attempt = notification.get().accept(new SenderSwitch(delivery, plain, settings));
        return run(
                delivery,
                () -> recipients.mayRead(notification.get(), settings)
                        ? attempt.run()
                        : new SendResult.Refused(refusal(notification.get())));
    }

    /** Chooses the sender of each kind of notification. */
    private final class SenderSwitch implements Notification.Visitor<Attempt> {
        private final Delivery delivery;
        private final boolean plain;
        private final EngineSettings settings;

        SenderSwitch(Delivery delivery, boolean plain, EngineSettings settings) {
            this.delivery = delivery;
            this.plain = plain;
            this.settings = settings;
        }

        @Override
        public Attempt visit(Message message) {
            return () -> messages.send(delivery, message, plain, settings);
        }

        @Override
        public Attempt visit(PeopleLookup lookup) {
            return () -> lookups.send(delivery, lookup, plain, settings);
        }

        @Override
        public Attempt visit(Reaction reaction) {
            return () -> reactions.send(delivery, reaction, plain, settings);
        }

        @Override
        public Attempt visit(FileUpload upload) {
            return () -> uploads.send(delivery, upload, settings);
        }

        @Override
        public Attempt visit(FileShow show) {
            return () -> shows.send(delivery, show, plain, settings);
        }
    }

    /**
     * {@inheritDoc} Those that have the same answer as the first one. A message must not tell the workspace of one build of another
     * one's, though their destinations be written alike, so their token is one. And what may not be read any more by whom it is for
     * is refused by itself: it would count as delivered, though the message that it shares does not show it.
     */
    @Override
    public List<Delivery> companions(List<Delivery> parcel) {
        EngineSettings current = settings.get();
        if (!current.enabled()) {
            return parcel;
        }
        Delivery first = parcel.get(0);
        Optional<Message> leading = NotificationCodec.read(first, Message.class);
        try {
            return mayRead(leading, current)
                    ? parcel.stream()
                            .filter(delivery -> delivery == first || isCompanion(leading, delivery, current))
                            .toList()
                    : List.of(first);
        } catch (AccountsUnavailableException e) {
            // Sending them finds out the same. What may have arrived together stays together until somebody can say.
            LOGGER.log(Level.FINE, "Nobody can say who may read what", e);
            return parcel;
        }
    }

    /**
     * Whether a delivery may share a message with the first one. One that this version of the plugin cannot read may: the message only
     * counts it.
     */
    private boolean isCompanion(Optional<Message> leading, Delivery delivery, EngineSettings settings) {
        Optional<Message> message = NotificationCodec.read(delivery, Message.class);
        boolean haveOneToken =
                leading.isEmpty() || message.isEmpty() || posts.haveOneToken(leading.get(), message.get(), settings);
        return haveOneToken && mayRead(message, settings);
    }

    private boolean mayRead(Optional<Message> message, EngineSettings settings) {
        return message.isEmpty() || recipients.mayRead(message.get(), settings);
    }

    @Override
    public SendResult sendTogether(List<Delivery> parcel) {
        return whereSwitchedOn(current -> sendTogether(parcel, current));
    }

    private SendResult sendTogether(List<Delivery> parcel, EngineSettings settings) {
        List<Message> readable = parcel.stream()
                .map(delivery -> NotificationCodec.read(delivery, Message.class))
                .flatMap(Optional::stream)
                .toList();
        if (readable.isEmpty()) {
            return unreadable();
        }
        int unread = parcel.size() - readable.size();
        return run(
                parcel.get(0),
                () -> readable.stream().allMatch(message -> recipients.mayRead(message, settings))
                        ? messages.sendDigest(parcel, readable, unread, settings)
                        : new SendResult.Retry(
                                RIGHTS_CHANGED, Note.forEverybody("Somebody's rights have just changed")));
    }

    @Override
    public SendResult lookFor(List<Delivery> parcel) {
        return whereSwitchedOn(current -> lookFor(parcel, current));
    }

    private SendResult lookFor(List<Delivery> parcel, EngineSettings settings) {
        return parcel.stream()
                .map(delivery -> NotificationCodec.read(delivery, Message.class))
                .flatMap(Optional::stream)
                .findFirst()
                .map(message -> run(parcel.get(0), () -> doubtful.lookFor(parcel.get(0), message, settings)))
                .orElseGet(SlackCourier::unreadable);
    }

    @Override
    public Map<String, SendResult> lookForEach(List<Delivery> deliveries) {
        Map<String, SendResult> results = new HashMap<>();
        Map<Delivery, Message> readable = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            NotificationCodec.read(delivery, Message.class)
                    .ifPresentOrElse(
                            message -> readable.put(delivery, message),
                            () -> results.put(delivery.entry().id(), DoubtfulMessages.LOOKED_FOR_ALONE));
        }
        Delivery first = deliveries.get(0);
        if (readable.containsKey(first)) {
            SendResult ofFirst = whereSwitchedOn(current -> run(first, () -> {
                results.putAll(doubtful.lookForEach(readable, current));
                return results.get(first.entry().id());
            }));
            results.put(first.entry().id(), ofFirst);
        }
        return results;
    }

    private static SendResult run(Delivery delivery, Attempt attempt) {
        try {
            return attempt.run();
        } catch (TokenUnavailableException e) {
            return new SendResult.Held(RefusalNote.ofNoToken(e.getMessage()));
        } catch (UnwritableException e) {
            LOGGER.log(Level.WARNING, "A message could not be written", e);
            return new SendResult.Retry(null, e.getMessage(), SendResult.Scope.MESSAGE);
        } catch (AccountsUnavailableException e) {
            return new SendResult.Retry(null, e.getMessage(), scope(delivery));
        } catch (UnreadDeliveryException e) {
            LOGGER.log(Level.WARNING, "What a message belongs to cannot be read from disk; it is tried again", e);
            return new SendResult.Retry(null, UNREAD, SendResult.Scope.SEQUENCE);
        }
    }

    /** Without the accounts, nothing is sent to people; what a channel gets does not need them, but for subscriptions. */
    private static SendResult.Scope scope(Delivery delivery) {
        return LaneKey.isOfPeople(delivery.entry().lane()) ? SendResult.Scope.LANE : SendResult.Scope.SEQUENCE;
    }

    private static String refusal(Notification notification) {
        return RecipientLookup.subscriptionOf(notification) == null ? NOT_ALLOWED : NOT_SUBSCRIBED;
    }

    private static SendResult switchedOff() {
        return new SendResult.Retry(SWITCHED_OFF, Note.forEverybody("Slack notifications are switched off"));
    }

    /** Held and not refused, so that the version that has written it sends it, should it come back in time. */
    private static SendResult unreadable() {
        return new SendResult.Held(RefusalNote.ofOtherVersion());
    }
}
