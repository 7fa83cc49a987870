package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.composing.TemplateWriter;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationLog;
import io.jenkins.plugins.slacknotify.engine.conversation.Placement;
import io.jenkins.plugins.slacknotify.engine.notification.EmojiName;
import io.jenkins.plugins.slacknotify.engine.notification.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.outbox.Courier;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries one notification to Slack: finds the token and what it replies to, writes the message, and sends it. */
public final class SlackCourier implements Courier {
    /** While the switch is off. Switching it on wakes everything that waits. */
    private static final Duration SWITCHED_OFF = Duration.ofMinutes(10);

    private static final String NOT_ALLOWED =
            "The person it was meant for is no user of this Jenkins any more, or may not read the job";

    private final Supplier<EngineSettings> settings;
    private final TokenSource tokens;
    private final SlackGateway gateway;
    private final PeopleLookupSender people;
    private final MentionResolver mentions;
    private final FileUploadSender files;
    private final ConversationLog told;
    private final Function<String, Optional<Delivery>> deliveries;
    private final InstantSource clock;
    private final Consumer<PlannedNotification> followUps;
    private final TemplateWriter wording;
    private final Composer composer;
    private final ChannelIds channelIds;

    public SlackCourier(
            Supplier<EngineSettings> settings,
            TokenSource tokens,
            SlackGateway gateway,
            PeopleLookupSender people,
            FileUploadSender files,
            ConversationLog told,
            Function<String, Optional<Delivery>> deliveries,
            Consumer<PlannedNotification> followUps,
            ChannelIds channelIds,
            TemplateWriter wording,
            InstantSource clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.gateway = gateway;
        this.people = people;
        mentions = new MentionResolver(people);
        this.files = files;
        this.told = told;
        this.deliveries = deliveries;
        this.followUps = followUps;
        this.channelIds = channelIds;
        this.wording = wording;
        composer = new Composer(deliveries, wording, clock);
        this.clock = clock;
    }

    @Override
    public SendResult send(Delivery delivery) {
        EngineSettings now = settings.get();
        if (!now.enabled()) {
            return switchedOff();
        }
        return Notification.read(delivery)
                .map(notification -> send(delivery, notification, now))
                .orElseGet(SlackCourier::unreadable);
    }

    /** Held and not refused, so that the version that has written it sends it, should it come back in time. */
    private static SendResult unreadable() {
        return new SendResult.Held(
                "Another version of this plugin has written this message, and this one cannot read it."
                        + " It is sent when that version, or a newer one, is installed again");
    }

    private SendResult send(Delivery delivery, Notification notification, EngineSettings now) {
        if (notification.destination().isPeople()) {
            return tellPeople(delivery, notification, now);
        }
        if (!people.mayHear(notification)) {
            return new SendResult.Refused(NOT_ALLOWED);
        }
        if (notification.isUpload()) {
            return upload(delivery, notification, now);
        }
        Placement earlier = travelledInDigest(delivery) ? Placement.NONE : Placement.of(notification, deliveries);
        if (earlier.obstacle() != null) {
            return earlier.obstacle();
        }
        Notification said = told.currentContent(notification, earlier.location());
        return mentioning(List.of(said), now, found -> {
            SendResult attempt = carry(delivery, notification, earlier, composer.write(found.get(0), now), now);
            if (attempt instanceof SendResult.Sent) {
                composer.details(delivery, notification, now).forEach(followUps);
            }
            return noted(attempt, wording.note(notification).stream());
        });
    }

    /** Finds all who are mentioned, before anything is said, and notes who was not found. */
    private SendResult mentioning(
            List<Notification> said, EngineSettings now, Function<List<Notification>, SendResult> saying) {
        List<MentionResolver.Found> found = new ArrayList<>();
        try {
            for (Notification notification : said) {
                SlackResult<MentionResolver.Found> answer =
                        Mention.unresolvedNames(notification.mention()).isEmpty()
                                ? new SlackResult.Success<>(new MentionResolver.Found(notification, null))
                                : mentions.find(notification, connection(notification, now), now);
                if (!(answer instanceof SlackResult.Success<MentionResolver.Found> success)) {
                    return new FailureMapper(clock).fromQuery(answer);
                }
                found.add(success.value());
            }
        } catch (TokenUnavailableException e) {
            return new SendResult.Held(e.getMessage());
        }
        SendResult attempt = saying.apply(
                found.stream().map(MentionResolver.Found::notification).toList());
        return noted(attempt, found.stream().map(MentionResolver.Found::note));
    }

    /** @param more nulls are left out */
    private static SendResult noted(SendResult attempt, Stream<String> more) {
        if (!(attempt instanceof SendResult.Sent sent)) {
            return attempt;
        }
        String note = Stream.concat(Stream.ofNullable(sent.note()), more)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
        return note.isEmpty() ? sent : new SendResult.Sent(sent.receipt(), note);
    }

    /** A digest stands in the channel, so there it has to be looked for, whatever its builds would have answered alone. */
    private static boolean travelledInDigest(Delivery delivery) {
        return delivery.state().mayHaveArrived()
                && !delivery.carrierId().equals(delivery.entry().id());
    }

    private SendResult tellPeople(Delivery delivery, Notification notification, EngineSettings now) {
        try {
            return people.tell(delivery, notification, connection(notification, now), now);
        } catch (TokenUnavailableException e) {
            return new SendResult.Held(e.getMessage());
        }
    }

    private SendResult upload(Delivery delivery, Notification notification, EngineSettings now) {
        try {
            return files.upload(delivery, notification, connection(notification, now));
        } catch (TokenUnavailableException e) {
            return new SendResult.Held(e.getMessage());
        }
    }

    @Override
    public SendResult sendTogether(List<Delivery> parcel) {
        EngineSettings now = settings.get();
        if (!now.enabled()) {
            return switchedOff();
        }
        List<Notification> readable = parcel.stream()
                .map(Notification::read)
                .flatMap(Optional::stream)
                .toList();
        if (readable.isEmpty()) {
            return unreadable();
        }
        List<Notification> builds = readable.stream().filter(people::mayHear).toList();
        int unread = parcel.size() - readable.size();
        return builds.isEmpty()
                ? new SendResult.Refused(NOT_ALLOWED)
                : mentioning(
                        builds,
                        now,
                        found -> carry(
                                parcel.get(0), builds.get(0), Placement.NONE, composer.digest(found, unread), now));
    }

    /** The address of a message that has arrived; empty where Slack does not tell it. */
    public Optional<String> permalink(Delivery delivery) {
        Optional<MessageReceipt> receipt = MessageReceipt.read(delivery);
        Optional<Notification> notification = Notification.read(delivery);
        if (receipt.isEmpty() || notification.isEmpty()) {
            return Optional.empty();
        }
        try {
            SlackConnection connection = connection(notification.get(), settings.get());
            return gateway.permalink(connection, receipt.get().location()).success();
        } catch (TokenUnavailableException e) {
            return Optional.empty();
        }
    }

    private SlackConnection connection(Notification notification, EngineSettings now) throws TokenUnavailableException {
        Destination destination = notification.destination();
        return new SlackConnection(
                now.apiUrl(), tokens.find(destination, notification.event().key()), tokens.teamId(destination));
    }

    private static SendResult switchedOff() {
        return new SendResult.Retry(SWITCHED_OFF, "Slack notifications are switched off");
    }

    private SendResult carry(
            Delivery delivery,
            Notification notification,
            Placement earlier,
            RenderedMessage rendered,
            EngineSettings now) {
        try {
            SlackPost post = new SlackPost(
                    gateway,
                    connection(notification, now),
                    message(delivery, notification, earlier, rendered, now),
                    notification.wantsPermalink(),
                    (connection, message) -> channelIds.post(notification.destination(), message, connection, gateway),
                    new FailureMapper(clock));
            if (notification.isReaction()) {
                return post.react(earlier.location(), EmojiName.nameOf(notification));
            }
            if (notification.isAboutFile()) {
                return post.show(earlier.location(), notification.shownFile());
            }
            SendResult attempt = send(post, delivery, earlier, notification.destination());
            channelIds.learn(notification.destination(), attempt);
            return attempt;
        } catch (TokenUnavailableException e) {
            return new SendResult.Held(e.getMessage());
        }
    }

    private SendResult send(SlackPost post, Delivery delivery, Placement earlier, Destination destination) {
        // An update that arrives twice is the same message; only a new message can be a duplicate.
        if (earlier.kind() == Relation.Kind.RESOLVE) {
            return post.updateIfThere(earlier.location());
        }
        if (earlier.kind() == Relation.Kind.UPDATE) {
            return post.update(earlier.location());
        }
        return delivery.state().mayHaveArrived()
                ? post.postUnlessFound(
                        conversation(post, earlier, destination),
                        delivery.entry().acceptedAt())
                : post.post();
    }

    private SlackResult<String> conversation(SlackPost post, Placement earlier, Destination destination) {
        MessageLocation place = earlier.location();
        return place == null
                ? channelIds.of(destination, post.connection(), gateway)
                : new SlackResult.Success<>(place.channel());
    }

    private OutgoingMessage message(
            Delivery delivery,
            Notification notification,
            Placement earlier,
            RenderedMessage rendered,
            EngineSettings now) {
        // A thread stays where it is, though its channel be renamed.
        MessageLocation place = earlier.location();
        String channel = place == null ? channelIds.address(notification.destination()) : place.channel();
        MessageOptions style = notification.style();
        return OutgoingMessage.of(channel, rendered.text(), delivery.carrierId())
                .withBlocks(rendered.blocks())
                .withAttachments(rendered.attachments())
                .withSender(now.botName(style), now.botIcon(style))
                .inThread(earlier.threadTs())
                .broadcast(earlier.kind() == Relation.Kind.BROADCAST);
    }
}
