package io.jenkins.plugins.slacknotify.engine.planning;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Works out the single messages that an announcement comes to. */
public final class AnnouncementPlan {
    private final EngineSettings settings;
    private final ConversationPlanner story;
    private final Function<String, Optional<Delivery>> deliveries;

    public AnnouncementPlan(
            EngineSettings settings, ConversationPlanner story, Function<String, Optional<Delivery>> deliveries) {
        this.settings = settings;
        this.story = story;
        this.deliveries = deliveries;
    }

    public List<PlannedNotification> notifications(Announcement announcement) throws CannotAnnounceException {
        if (!settings.enabled()) {
            throw new CannotAnnounceException(
                    "Slack notifications are switched off. An administrator can switch them on"
                            + " in Manage Jenkins » System » Slack notifications.");
        }
        List<String> parts = parts(announcement);
        List<PlannedNotification> drafts = new ArrayList<>();
        int number = 0;
        for (Copy copy : copies(announcement)) {
            drafts.addAll(notifications(announcement, copy, parts, DeliveryIds.ofTarget(announcement.id(), ++number)));
        }
        drafts.addAll(toPeople(announcement));
        return drafts;
    }

    private List<PlannedNotification> toPeople(Announcement announcement) {
        BuildEvent event = announcement.event();
        Addressees people = announcement.to();
        if (people == null || people.maximumCount(event.participants()) == 0) {
            return List.of();
        }
        Notification notification = Notification.toPeople(
                event, severity(announcement), announcement.text(), announcement.credentialsId(), people);
        MessageFormat form = announcement.form().withoutMention();
        SpooledFile file = announcement.file();
        return List.of(new PlannedNotification(
                DeliveryIds.toPeople(announcement.id()),
                notification.in(form).with(file == null ? null : file.shared()),
                true));
    }

    /** Where one copy of the announcement goes. */
    private record Copy(
            Destination destination,
            MessageOptions style,
            @CheckForNull Relation reply) {}

    private List<Copy> copies(Announcement announcement) throws CannotAnnounceException {
        List<Copy> copies = new ArrayList<>();
        if (announcement.replies().isEmpty()) {
            styles(announcement)
                    .forEach((destination, style) ->
                            copies.add(new Copy(destination, style, standing(announcement, destination))));
            return copies;
        }
        for (Relation reply : announcement.replies()) {
            Notification earlier = earlier(reply);
            copies.add(new Copy(
                    earlier.destination(),
                    Objects.requireNonNullElse(earlier.style(), MessageOptions.DEFAULT)
                            .withMention(null),
                    reply));
        }
        return copies;
    }

    /**
     * Where a build has a message already, telling how it stands now changes that one; but for a mention, of which Slack would
     * notify nobody then.
     */
    @CheckForNull
    private Relation standing(Announcement announcement, Destination destination) {
        return announcement.text() != null || announcement.form().mention() != null
                ? null
                : story.currentMessage(announcement.event().key(), destination)
                        .map(message -> new Relation(
                                Relation.Kind.UPDATE, message.entry().id()))
                        .orElse(null);
    }

    /** Each channel once, however often and in whatever way it was written; a named destination says how it is to hear. */
    private Map<Destination, MessageOptions> styles(Announcement announcement) throws CannotAnnounceException {
        Map<Destination, MessageOptions> styles = new LinkedHashMap<>();
        Severity severity = severity(announcement);
        announcement.targets().stream()
                .filter(target -> target.accepts(severity))
                .forEach(target -> styles.putIfAbsent(target.destination(), target.options()));
        for (String channel : channels(announcement)) {
            try {
                styles.putIfAbsent(new Destination(announcement.credentialsId(), channel), MessageOptions.DEFAULT);
            } catch (IllegalArgumentException e) {
                throw new CannotAnnounceException(
                        "The Slack channel is empty. Name one, for example channel: '#builds',"
                                + " or leave it out to send to the system channel.");
            }
        }
        return styles;
    }

    private List<String> channels(Announcement announcement) throws CannotAnnounceException {
        if (!announcement.channels().isEmpty() || !announcement.targets().isEmpty() || announcement.to() != null) {
            return announcement.channels();
        }
        if (settings.defaultChannel() == null) {
            throw new CannotAnnounceException(
                    "No Slack channel is known. Name one, for example channel: '#builds', or ask an administrator to"
                            + " set the system channel in Manage Jenkins » System » Slack notifications.");
        }
        return List.of(settings.defaultChannel());
    }

    /** A reply goes where the earlier message went, with the same token. */
    private Notification earlier(Relation reply) throws CannotAnnounceException {
        Delivery earlier = deliveries
                .apply(reply.deliveryId())
                .orElseThrow(() -> new CannotAnnounceException("The earlier Slack message is not known any more."
                        + " Pass what an earlier slackNotify of the last days returned."));
        return JsonCodec.read(earlier.entry().payload(), Notification.class);
    }

    private static List<String> parts(Announcement announcement) throws CannotAnnounceException {
        String text = announcement.text();
        if (text != null && text.isBlank()) {
            throw new CannotAnnounceException(
                    "The Slack message is empty. Write something, or leave it out to send the state of the build.");
        }
        try {
            return announcement.form().parts(text);
        } catch (IllegalArgumentException tooLong) {
            throw new CannotAnnounceException(tooLong.getMessage());
        }
    }

    private Severity severity(Announcement announcement) {
        return Optional.ofNullable(announcement.severity()).orElseGet(() -> settings.rate(announcement.event()));
    }

    private List<PlannedNotification> notifications(
            Announcement announcement, Copy copy, List<String> parts, String id) {
        Relation earlier = copy.reply();
        if (earlier != null && announcement.onlyReacts()) {
            return reactions(announcement, copy, earlier.deliveryId(), id, true);
        }
        List<PlannedNotification> drafts = new ArrayList<>(messages(announcement, copy, parts, id));
        SpooledFile file = announcement.file();
        if (file != null) {
            drafts.add(drafts.get(0).upload(file.shared()));
        }
        drafts.addAll(reactions(announcement, copy, id, id, false));
        return drafts;
    }

    private List<PlannedNotification> reactions(
            Announcement announcement, Copy copy, String to, String id, boolean first) {
        List<PlannedNotification> drafts = new ArrayList<>();
        for (String emoji : announcement.reactions()) {
            Notification reaction = new Notification(
                    settings.details(copy.style()).restrict(announcement.event()),
                    severity(announcement),
                    emoji,
                    copy.destination(),
                    new Relation(Relation.Kind.REACTION, to),
                    false);
            drafts.add(
                    new PlannedNotification(id + "-emoji-" + (drafts.size() + 1), reaction, first && drafts.isEmpty()));
        }
        return drafts;
    }

    private List<PlannedNotification> messages(Announcement announcement, Copy copy, List<String> parts, String id) {
        BuildEvent event = settings.details(copy.style()).restrict(announcement.event());
        Severity severity = severity(announcement);
        return PlannedNotification.of(id, parts, (part, toFirst) -> {
            Relation reply = toFirst == null ? copy.reply() : toFirst;
            boolean wantsPermalink = toFirst == null && announcement.wantsPermalink();
            MessageFormat form =
                    toFirst == null ? announcement.form() : announcement.form().withoutMention();
            return new Notification(event, severity, part, copy.destination(), reply, wantsPermalink)
                    .in(form)
                    .styled(copy.style());
        });
    }
}
