package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Addressees;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.Form;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Works out the single messages that an announcement comes to. */
final class AnnouncementPlan {
    private final EngineSettings settings;
    private final Story story;
    private final Function<String, Optional<Delivery>> deliveries;

    AnnouncementPlan(EngineSettings settings, Story story, Function<String, Optional<Delivery>> deliveries) {
        this.settings = settings;
        this.story = story;
        this.deliveries = deliveries;
    }

    List<Draft> drafts(Announcement announcement) throws CannotAnnounceException {
        if (!settings.enabled()) {
            throw new CannotAnnounceException(
                    "Slack notifications are switched off. An administrator can switch them on"
                            + " in Manage Jenkins » System » Slack notifications.");
        }
        List<String> parts = parts(announcement);
        List<Draft> drafts = new ArrayList<>();
        int number = 0;
        for (Copy copy : copies(announcement)) {
            drafts.addAll(drafts(announcement, copy, parts, DeliveryIds.ofTarget(announcement.id(), ++number)));
        }
        drafts.addAll(toPeople(announcement));
        return drafts;
    }

    private List<Draft> toPeople(Announcement announcement) {
        BuildEvent event = announcement.event();
        Addressees people = announcement.to();
        if (people == null || people.mostAmong(event.participants()) == 0) {
            return List.of();
        }
        Notification notification = Notification.toPeople(
                event, severity(announcement), announcement.text(), announcement.credentialsId(), people);
        Form form = announcement.form().withoutMention();
        SpooledFile file = announcement.file();
        return List.of(new Draft(
                DeliveryIds.toPeople(announcement.id()),
                notification.in(form).with(file == null ? null : file.shared()),
                true));
    }

    /** Where one copy of the announcement goes. */
    private record Copy(
            Destination destination,
            Style style,
            @CheckForNull Reply reply) {}

    private List<Copy> copies(Announcement announcement) throws CannotAnnounceException {
        List<Copy> copies = new ArrayList<>();
        if (announcement.replies().isEmpty()) {
            styles(announcement)
                    .forEach((destination, style) ->
                            copies.add(new Copy(destination, style, standing(announcement, destination))));
            return copies;
        }
        for (Reply reply : announcement.replies()) {
            Notification earlier = earlier(reply);
            copies.add(new Copy(
                    earlier.destination(),
                    Objects.requireNonNullElse(earlier.style(), Style.PLAIN).mentioning(null),
                    reply));
        }
        return copies;
    }

    /**
     * Where a build has a message already, telling how it stands now changes that one; but for a mention, of which Slack would
     * notify nobody then.
     */
    @CheckForNull
    private Reply standing(Announcement announcement, Destination destination) {
        return announcement.text() != null || announcement.form().mention() != null
                ? null
                : story.standing(announcement.event().key(), destination)
                        .map(message ->
                                new Reply(Reply.Kind.UPDATE, message.entry().id()))
                        .orElse(null);
    }

    /** Each channel once, however often and in whatever way it was written; a named destination says how it is to hear. */
    private Map<Destination, Style> styles(Announcement announcement) throws CannotAnnounceException {
        Map<Destination, Style> styles = new LinkedHashMap<>();
        Severity severity = severity(announcement);
        announcement.targets().stream()
                .filter(target -> target.takes(severity))
                .forEach(target -> styles.putIfAbsent(target.destination(), target.style()));
        for (String channel : channels(announcement)) {
            try {
                styles.putIfAbsent(new Destination(announcement.credentialsId(), channel), Style.PLAIN);
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
    private Notification earlier(Reply reply) throws CannotAnnounceException {
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

    private List<Draft> drafts(Announcement announcement, Copy copy, List<String> parts, String id) {
        Reply earlier = copy.reply();
        if (earlier != null && announcement.onlyReacts()) {
            return reactions(announcement, copy, earlier.deliveryId(), id, true);
        }
        List<Draft> drafts = new ArrayList<>(messages(announcement, copy, parts, id));
        SpooledFile file = announcement.file();
        if (file != null) {
            drafts.add(drafts.get(0).upload(file.shared()));
        }
        drafts.addAll(reactions(announcement, copy, id, id, false));
        return drafts;
    }

    private List<Draft> reactions(Announcement announcement, Copy copy, String to, String id, boolean first) {
        List<Draft> drafts = new ArrayList<>();
        for (String emoji : announcement.reactions()) {
            Notification reaction = new Notification(
                    settings.details(copy.style()).allowed(announcement.event()),
                    severity(announcement),
                    emoji,
                    copy.destination(),
                    new Reply(Reply.Kind.REACTION, to),
                    false);
            drafts.add(new Draft(id + "-emoji-" + (drafts.size() + 1), reaction, first && drafts.isEmpty()));
        }
        return drafts;
    }

    private List<Draft> messages(Announcement announcement, Copy copy, List<String> parts, String id) {
        BuildEvent event = settings.details(copy.style()).allowed(announcement.event());
        Severity severity = severity(announcement);
        return Draft.of(id, parts, (part, toFirst) -> {
            Reply reply = toFirst == null ? copy.reply() : toFirst;
            boolean wantsPermalink = toFirst == null && announcement.wantsPermalink();
            Form form =
                    toFirst == null ? announcement.form() : announcement.form().withoutMention();
            return new Notification(event, severity, part, copy.destination(), reply, wantsPermalink)
                    .in(form)
                    .styled(copy.style());
        });
    }
}
