package io.jenkins.plugins.slacknotify.engine.planning;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.Reaction;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageOrigin;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the notifications for one announcement. */
public final class AnnouncementPlan {
    /** The greatest number of channels of one announcement. Each channel gets its own message and all that follows it. */
    static final int MAX_CHANNELS = 20;

    /** How many people an author may name, beside the groups of people of a build. */
    static final int MAX_NAMED = 50;

    /** How many reactions an author may ask for. Slack shows at most 23 different emoji below a message. */
    static final int MAX_REACTIONS = 20;

    private final Announcement announcement;
    private final EngineSettings settings;
    private final ConversationPlanner conversations;
    private final DeliveryLookup deliveries;
    private final Severity severity;

    public AnnouncementPlan(
            Announcement announcement,
            EngineSettings settings,
            ConversationPlanner conversations,
            DeliveryLookup deliveries) {
        this.announcement = announcement;
        this.settings = settings;
        this.conversations = conversations;
        this.deliveries = deliveries;
        severity = Optional.ofNullable(announcement.severity()).orElseGet(() -> settings.rate(announcement.event()));
    }

    /**
     * The notifications, in the order of the channels or earlier messages, and then those to people.
     *
     * @throws CannotAnnounceException where the announcement is impossible
     */
    public List<PlannedNotification> notifications() throws CannotAnnounceException {
        if (!settings.enabled()) {
            throw new CannotAnnounceException(
                    "Slack notifications are switched off. An administrator can switch them on"
                            + " in Manage Jenkins » Slack » Connection.");
        }
        requireAtMost(MAX_REACTIONS, announcement.reactions().size(), "reactions");
        List<String> parts = parts();
        List<PlannedNotification> planned = new ArrayList<>();
        int number = 0;
        for (Copy copy : copies()) {
            planned.addAll(notifications(copy, parts, DeliveryIds.ofTarget(announcement.id(), ++number)));
        }
        planned.addAll(toPeople());
        return planned;
    }

    private List<PlannedNotification> toPeople() throws CannotAnnounceException {
        BuildEvent event = announcement.event();
        Addressees named = announcement.addressees();
        Addressees people = (named == null ? Addressees.NOBODY : named).plus(members());
        if (people.maximumCount(event.participants()) == 0) {
            return List.of();
        }
        requireAtMost(MAX_NAMED, people.named().size(), "people by name");
        String text = announcement.text();
        PeopleLookup.Content content = text == null
                ? new PeopleLookup.News()
                : new PeopleLookup.Text(text, announcement.format().withoutMention());
        PeopleLookup lookup = new PeopleLookup(
                Envelope.toPeople(event, severity, announcement.credentialsId()), people, content, sharedFile());
        return List.of(new PlannedNotification(DeliveryIds.toPeople(announcement.id()), lookup, true));
    }

    @CheckForNull
    private SharedFile sharedFile() {
        SpooledFile file = announcement.file();
        return file == null ? null : new SharedFile(file.name(), file.title());
    }

    /** One copy of the announcement, for one channel or one earlier message. */
    private record Copy(
            Destination destination,
            MessageOptions options,
            @CheckForNull Relation relation) {}

    private List<Copy> copies() throws CannotAnnounceException {
        List<Copy> copies = new ArrayList<>();
        if (announcement.relations().isEmpty()) {
            options().forEach((destination, options) -> copies.add(copy(destination, options)));
            return copies;
        }
        for (Relation asked : announcement.relations()) {
            Relation relation = toMessage(asked);
            MessageOrigin earlier = earlier(relation);
            requireAllowedAsBefore(earlier);
            copies.add(new Copy(earlier.destination(), earlier.options().withMention(null), relation));
        }
        return copies;
    }

    /** Returns a tie to the message below which an emoji stands, instead of one to the emoji. */
    private Relation toMessage(Relation relation) {
        return deliveries
                .find(relation.deliveryId())
                .flatMap(earlier -> NotificationCodec.read(earlier, Reaction.class))
                .map(reaction -> new Relation(relation.kind(), reaction.messageId()))
                .orElse(relation);
    }

    /**
     * News of a build that has a message already change that message. With a mention they do not: Slack notifies nobody of a
     * change.
     */
    private Copy copy(Destination destination, MessageOptions options) {
        if (announcement.text() != null || announcement.format().mention() != null) {
            return new Copy(destination, options, null);
        }
        BuildKey build = announcement.event().key();
        Destination told = conversations.asTold(build, destination);
        return new Copy(
                told,
                options,
                conversations
                        .currentMessage(build, told)
                        .map(message -> new Relation(
                                Relation.Kind.UPDATE, message.entry().id()))
                        .orElse(null));
    }

    private static void requireAtMost(int most, int asked, String what) throws CannotAnnounceException {
        if (asked > most) {
            throw new CannotAnnounceException(
                    "A message can have at most " + most + " " + what + ", and this one has " + asked + ".");
        }
    }

    /** The options of each channel, which is there once, however often and in whatever way the author wrote it. */
    private Map<Destination, MessageOptions> options() throws CannotAnnounceException {
        Map<Destination, MessageOptions> options = new LinkedHashMap<>();
        announcement.profiles().stream()
                .filter(profile -> profile.accepts(severity))
                .forEach(profile -> putOnce(options, profile.destination(), profile.options()));
        for (DestinationProfile profile : announcement.profiles()) {
            requireAllowed(profile);
        }
        for (String channel : announcement.channels()) {
            requireAllowed(DestinationProfile.of(destination(channel)));
        }
        for (String channel : channels()) {
            putOnce(options, destination(channel), MessageOptions.DEFAULT.withChannelSource(source()));
        }
        for (Destination destination : options.keySet()) {
            refuseDirectMessage(destination);
        }
        options.keySet().removeIf(Destination::isPerson);
        requireAtMost(MAX_CHANNELS, options.size(), "channels");
        return options;
    }

    private static void putOnce(
            Map<Destination, MessageOptions> options, Destination destination, MessageOptions ofDestination) {
        if (options.keySet().stream().noneMatch(destination::isSameAs)) {
            options.put(destination, ofDestination);
        }
    }

    private void requireAllowed(DestinationProfile target) throws CannotAnnounceException {
        if (target.destination().isPerson() || announcement.routed()) {
            return;
        }
        Optional<String> refusal =
                settings.router().limits().findRefusal(announcement.event().ownerJob(), target);
        if (refusal.isPresent()) {
            throw new CannotAnnounceException(refusal.get());
        }
    }

    /** Requires that the announcement may answer an earlier message: that is one about the same job, or stands where the job may write. */
    private void requireAllowedAsBefore(MessageOrigin earlier) throws CannotAnnounceException {
        BuildEvent event = announcement.event();
        // Before the job was moved, it had the name of the key.
        boolean isOwn = earlier.job().equals(event.ownerJob())
                || earlier.job().equals(event.key().job());
        if (!isOwn) {
            requireAllowed(DestinationProfile.of(earlier.destination()));
        }
    }

    private ChannelSource source() {
        return announcement.channels().isEmpty()
                ? ChannelSource.SYSTEM_CHANNEL
                : ChannelSource.ofJob(announcement.event().key().job());
    }

    private Destination destination(String channel) throws CannotAnnounceException {
        try {
            return new Destination(announcement.credentialsId(), channel);
        } catch (IllegalArgumentException e) {
            throw new CannotAnnounceException("The Slack channel is empty. Name one, for example channel: '#builds',"
                    + " or leave it out to send to the system channel.");
        }
    }

    /** Refuses the id of a direct message, because it does not say whose it is, and so not whether that person may see the job. */
    private static void refuseDirectMessage(Destination destination) throws CannotAnnounceException {
        if (destination.isDirectMessage()) {
            throw new CannotAnnounceException(
                    destination.channel()
                            + " is a direct message and no channel. To notify a person, name the account, for example to: 'ada'.");
        }
    }

    /** The members whose ids the author has given as channels. They are people, and are notified as people. */
    private Addressees members() throws CannotAnnounceException {
        if (!announcement.relations().isEmpty()) {
            return Addressees.NOBODY;
        }
        List<String> members = new ArrayList<>();
        announcement.profiles().stream()
                .filter(profile -> profile.isMemberFor(severity))
                .map(profile -> profile.destination().channel())
                .forEach(members::add);
        for (String channel : channels()) {
            Destination destination = destination(channel);
            if (destination.isPerson()) {
                members.add(destination.channel());
            }
        }
        return Addressees.ofMembers(members.stream().distinct().toList());
    }

    private List<String> channels() throws CannotAnnounceException {
        boolean saysWhere = !announcement.channels().isEmpty()
                || !announcement.profiles().isEmpty()
                || announcement.addressees() != null;
        if (saysWhere) {
            return announcement.channels();
        }
        if (settings.defaultChannel() == null) {
            throw new CannotAnnounceException(
                    "No Slack channel is known. Name one, for example channel: '#builds', or ask an administrator to"
                            + " set the system channel in Manage Jenkins » Slack » Connection.");
        }
        return List.of(settings.defaultChannel());
    }

    /**
     * The origin of the earlier message, whose channel and token the announcement uses. Long after that was sent, only its receipt is
     * left.
     */
    private MessageOrigin earlier(Relation relation) throws CannotAnnounceException {
        return deliveries
                .find(relation.deliveryId())
                .flatMap(AnnouncementPlan::origin)
                .orElseThrow(() -> new CannotAnnounceException("The earlier Slack message is not known any more."
                        + " Pass what an earlier slackNotify of the last days returned."));
    }

    private static Optional<MessageOrigin> origin(Delivery earlier) {
        return NotificationCodec.read(earlier)
                .map(MessageOrigin::of)
                .or(() -> ReceiptCodec.message(earlier).map(MessageReceipt::origin));
    }

    /** The text in pieces of which each fits into one message; none for news of the build. */
    private List<String> parts() throws CannotAnnounceException {
        String text = announcement.text();
        if (text != null && text.isBlank()) {
            throw new CannotAnnounceException(
                    "The Slack message is empty. Write something, or leave it out to send the state of the build.");
        }
        try {
            return announcement.format().parts(text);
        } catch (IllegalArgumentException tooLong) {
            throw new CannotAnnounceException(tooLong.getMessage());
        }
    }

    private List<PlannedNotification> notifications(Copy copy, List<String> parts, String id) {
        Relation relation = copy.relation();
        if (relation != null && announcement.onlyReacts()) {
            return reactions(copy, relation.deliveryId(), id, true);
        }
        List<PlannedNotification> planned = new ArrayList<>(messages(copy, parts, id));
        SharedFile file = sharedFile();
        if (file != null) {
            planned.add(planned.get(0).upload(file));
        }
        planned.addAll(reactions(copy, id, id, false));
        return planned;
    }

    /** @param lead whether callers refer to the first reaction */
    private List<PlannedNotification> reactions(Copy copy, String messageId, String id, boolean lead) {
        List<PlannedNotification> planned = new ArrayList<>();
        for (String emoji : announcement.reactions()) {
            Reaction reaction = new Reaction(envelope(copy), emoji, messageId);
            planned.add(new PlannedNotification(
                    id + "-emoji-" + (planned.size() + 1), reaction, lead && planned.isEmpty()));
        }
        return planned;
    }

    private Envelope envelope(Copy copy) {
        BuildEvent allowed = settings.details(copy.options()).restrict(announcement.event());
        return Envelope.toChannel(allowed, severity, copy.destination());
    }

    private List<PlannedNotification> messages(Copy copy, List<String> parts, String id) {
        if (parts.isEmpty()) {
            return List.of(new PlannedNotification(id, news(copy), true));
        }
        List<PlannedNotification> planned =
                PlannedNotification.ofParts(id, parts, (part, toFirst) -> part(copy, part, toFirst));
        Relation relation = copy.relation();
        if (relation != null && relation.kind() == Relation.Kind.UPDATE) {
            String root = root(relation.deliveryId());
            for (int at = 1; at < planned.size(); at++) {
                planned.set(at, replacing(copy, parts.get(at), DeliveryIds.ofPart(root, at + 1), planned.get(at)));
            }
        }
        return planned;
    }

    /**
     * A further part of a text that replaces another one replaces the part of that one, so that they do not become more with each
     * change. The first text with such a part has it under the id by which the next ones look for it.
     *
     * @param earlier the delivery of that part
     * @param planned the part as a reply of its own
     */
    private PlannedNotification replacing(Copy copy, String part, String earlier, PlannedNotification planned) {
        Optional<Delivery.State> state = deliveries.stateOf(earlier);
        if (state.isEmpty()) {
            return new PlannedNotification(earlier, planned.notification(), false);
        }
        boolean isGone = state.get().isFinished() && !state.get().hasArrived();
        return isGone
                ? planned
                : new PlannedNotification(
                        planned.id(), part(copy, part, new Relation(Relation.Kind.UPDATE, earlier)), false);
    }

    /** Returns the delivery of the message that a change of it, or of a change of it, replaces, as far as that is known. */
    private String root(String deliveryId) {
        return deliveries
                .find(deliveryId)
                .flatMap(delivery -> NotificationCodec.read(delivery, AuthorMessage.class))
                .map(AuthorMessage::relation)
                .filter(relation -> relation.kind() == Relation.Kind.UPDATE)
                .map(relation -> root(relation.deliveryId()))
                .orElse(deliveryId);
    }

    private BuildNews news(Copy copy) {
        return new BuildNews(
                envelope(copy),
                copy.relation(),
                copy.options(),
                announcement.format().mention(),
                BuildNews.Extent.WHOLE,
                false,
                announcement.wantsPermalink());
    }

    private AuthorMessage part(Copy copy, String part, @CheckForNull Relation toFirst) {
        MessageFormat format = announcement.format();
        return toFirst == null
                ? new AuthorMessage(
                        envelope(copy), copy.relation(), copy.options(), part, format, announcement.wantsPermalink())
                : new AuthorMessage(envelope(copy), toFirst, copy.options(), part, format.withoutMention(), false);
    }
}
