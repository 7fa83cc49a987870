package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import java.util.List;

/** A builder of announcements from a failed build, with the words in which tests read. */
final class AnAnnouncement {
    private final String id;
    private BuildEvent event = aFailure();
    private String text;
    private MessageFormat form = MessageFormat.PLAIN;
    private List<String> reactions = List.of();
    private List<String> channels = List.of();
    private List<DestinationProfile> targets = List.of();
    private Severity severity;
    private String credentialsId;
    private List<Relation> replies = List.of();
    private boolean wantsPermalink;
    private Addressees people;
    private SpooledFile file;
    private boolean lacksFile;

    private AnAnnouncement(String id) {
        this.id = id;
    }

    static AnAnnouncement named(String id) {
        return new AnAnnouncement(id);
    }

    AnAnnouncement of(BuildEvent newEvent) {
        event = newEvent;
        return this;
    }

    AnAnnouncement saying(@CheckForNull String newText) {
        text = newText;
        return this;
    }

    AnAnnouncement shownAs(MessageFormat newForm) {
        form = newForm;
        return this;
    }

    AnAnnouncement reacting(String... emoji) {
        reactions = List.of(emoji);
        return this;
    }

    AnAnnouncement to(String... newChannels) {
        channels = List.of(newChannels);
        return this;
    }

    AnAnnouncement toPeople(Addressees newPeople) {
        people = newPeople;
        return this;
    }

    AnAnnouncement as(Severity newSeverity) {
        severity = newSeverity;
        return this;
    }

    AnAnnouncement with(String newCredentialsId) {
        credentialsId = newCredentialsId;
        return this;
    }

    AnAnnouncement inThreadOf(DeliveryHandle... earlier) {
        replies = replies(Relation.Kind.THREAD, earlier);
        return this;
    }

    AnAnnouncement inPlaceOf(DeliveryHandle... earlier) {
        replies = replies(Relation.Kind.UPDATE, earlier);
        return this;
    }

    AnAnnouncement showing(SpooledFile newFile) {
        file = newFile;
        return this;
    }

    AnAnnouncement lackingItsFile() {
        lacksFile = true;
        return this;
    }

    AnAnnouncement wantingPermalink() {
        wantsPermalink = true;
        return this;
    }

    AnAnnouncement to(DestinationProfile... newTargets) {
        targets = List.of(newTargets);
        return this;
    }

    Announcement build() {
        return Announcement.of(id, event)
                .text(text)
                .format(form)
                .reactions(reactions)
                .channels(channels)
                .profiles(targets)
                .severity(severity)
                .credentialsId(credentialsId)
                .relations(replies)
                .wantsPermalink(wantsPermalink)
                .addressees(people)
                .file(file)
                .lacksFile(lacksFile)
                .build();
    }

    private static List<Relation> replies(Relation.Kind kind, DeliveryHandle... earlier) {
        return List.of(earlier).stream()
                .map(handedOver -> new Relation(kind, handedOver.deliveryId()))
                .toList();
    }
}
