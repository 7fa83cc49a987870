package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One message to one destination, as it waits in the outbox: what is needed to write it, not what will be written.
 *
 * @param event the build that it tells of or comes from
 * @param text what the job's author wrote, in mrkdwn; null for the message that tells of the build itself
 * @param reply null for a message of its own
 * @param wantsPermalink whether somebody waits for the message's address
 * @param addressees who is to be found out and told; null unless the destination are people
 * @param recipient who is told, for the destination is a person; null otherwise
 * @param detail which part of the message that tells of the build: a page of what stands in its thread, from 1, or 0 for the
 *     headline alone; null for the message itself
 * @param form how it is shown; null for plain mrkdwn, and in what version 1 has written
 * @param style how its destination hears of builds; null for as everywhere, and in what earlier versions have written
 * @param routed whether rules have led it here, and not a job's author
 * @param file what is to be shown in the earlier message or, where the destination are people, in the message to each of them;
 *     null where that is none
 */
public record Notification(
        BuildEvent event,
        Severity severity,
        @CheckForNull String text,
        Destination destination,
        @CheckForNull Relation reply,
        boolean wantsPermalink,
        @CheckForNull Addressees addressees,
        @CheckForNull Recipient recipient,
        @CheckForNull Integer detail,
        @CheckForNull MessageFormat form,
        @CheckForNull MessageOptions style,
        boolean routed,
        @CheckForNull SharedFile file) {

    /** Of {@link #detail}: no more than the headline. */
    private static final int HEADLINE = 0;

    public Notification {
        requireNonNull(event, "event");
        requireNonNull(severity, "severity");
        requireNonNull(destination, "destination");
    }

    /** For a channel. */
    public Notification(
            BuildEvent event,
            Severity severity,
            @CheckForNull String text,
            Destination destination,
            @CheckForNull Relation reply,
            boolean wantsPermalink) {
        this(
                event.withoutParticipants(),
                severity,
                text,
                destination,
                reply,
                wantsPermalink,
                null,
                null,
                null,
                null,
                null,
                false,
                null);
    }

    /** For people who are yet to be found out. */
    public static Notification toPeople(
            BuildEvent event,
            Severity severity,
            @CheckForNull String text,
            @CheckForNull String credentialsId,
            Addressees addressees) {
        Draught draught = new Draught(event, severity, Destination.forPeople(credentialsId));
        draught.text = text;
        draught.addressees = addressees;
        return draught.finished();
    }

    /** The same for one of them. */
    public Notification to(Recipient person, @CheckForNull String part, @CheckForNull Relation toFirst) {
        Draught draught = new Draught(event.withoutParticipants(), severity, destination.withChannel(person.slackId()));
        draught.text = part;
        draught.reply = toFirst;
        draught.recipient = person;
        draught.form = form;
        return draught.finished();
    }

    /** The same of another moment of the build. */
    public Notification with(BuildEvent newEvent) {
        return changed(draught -> draught.event = newEvent);
    }

    /** The same as an answer to an earlier message, or in its place. */
    public Notification replying(Relation newReply) {
        return changed(draught -> draught.reply = newReply);
    }

    /** No more than its headline. */
    public Notification headline() {
        return inPart(HEADLINE, style);
    }

    /** A page of the details in its thread, from 1. */
    public Notification page(int number) {
        return inPart(number, style == null ? null : style.withMention(null));
    }

    /** Nobody whom a job's author mentions is so once more. */
    private Notification inPart(int newDetail, @CheckForNull MessageOptions newStyle) {
        return changed(draught -> {
            draught.detail = newDetail;
            draught.form = null;
            draught.style = newStyle;
            draught.file = null;
        });
    }

    public boolean isHeadline() {
        return detail != null && detail == HEADLINE;
    }

    /** Whether it is the one message in a channel that tells of the build, not part of it nor a change of another one. */
    public boolean tellsOfBuild() {
        return recipient == null && tells();
    }

    /** The same in a channel or to a person. */
    public boolean tells() {
        return text == null
                && detail == null
                && !destination.isPeople()
                && (reply == null || !reply.kind().changesMessage());
    }

    /** The same in this form. */
    public Notification in(MessageFormat newForm) {
        return changed(draught -> draught.form = newForm.equals(MessageFormat.PLAIN) ? null : newForm);
    }

    /** The same for a destination that hears of builds in that way. */
    public Notification styled(MessageOptions newStyle) {
        return changed(draught -> draught.style = newStyle.equals(MessageOptions.DEFAULT) ? null : newStyle);
    }

    /** The same, led by a rule to a destination that hears of builds in that way. */
    public Notification routed(MessageOptions newStyle) {
        return styled(newStyle).changed(draught -> draught.routed = true);
    }

    /** The same with a file, for people who are yet to be found out. */
    public Notification with(@CheckForNull SharedFile newFile) {
        return changed(draught -> draught.file = newFile);
    }

    /**
     * What brings a file to Slack that this message is to show.
     *
     * @param id of this message
     */
    Notification uploading(SharedFile newFile, String id) {
        Draught draught = new Draught(event, severity, destination);
        draught.text = newFile.name();
        draught.reply = new Relation(Relation.Kind.FILE, id);
        draught.recipient = recipient;
        draught.routed = routed;
        draught.file = newFile;
        return draught.finished();
    }

    /** What shows that file, once it has been uploaded. */
    public Notification showing(String slackId) {
        return with(shownFile().uploadedAs(slackId));
    }

    /** Whether it is no message but the upload of a file. */
    public boolean isUpload() {
        return isAboutFile() && shownFile().slackId() == null;
    }

    /** The file that it {@link #isAboutFile is about}. */
    public SharedFile shownFile() {
        return requireNonNull(file);
    }

    /** The id of the message that shows the file that it {@link #isAboutFile is about}. */
    public String messageWithFile() {
        return requireNonNull(reply).deliveryId();
    }

    /** Whether it is no message but shows a file in an earlier one. */
    public boolean isAboutFile() {
        return file != null && reply != null && reply.kind() == Relation.Kind.FILE;
    }

    /** The mrkdwn that stands before it, so that Slack notifies somebody; null for nobody. */
    @CheckForNull
    public String mention() {
        String asked = shownAs().mention();
        return asked == null && style != null ? style.mention() : asked;
    }

    /** The same that mentions somebody else, or nobody. */
    public Notification mentioning(@CheckForNull String newMention) {
        Notification same = in(shownAs().withMention(newMention));
        return style == null ? same : same.styled(style.withMention(null));
    }

    public MessageFormat shownAs() {
        return form == null ? MessageFormat.PLAIN : form;
    }

    /** Whether it is no message but an emoji below an earlier one. */
    public boolean isReaction() {
        return reply != null && reply.kind() == Relation.Kind.REACTION;
    }

    /** Where it goes, as administrators read it. */
    public String label() {
        return recipient == null ? destination.label() : "@" + recipient.name();
    }

    /** Where it goes, as everybody may read it: of people no more than their number, or the most that they can be. */
    public String publicLabel(PeoplePolicy policy) {
        if (!destination.isPeople()) {
            return recipient == null ? destination.label() : "1 person";
        }
        Addressees meant = addressees == null ? policy.addressees() : addressees;
        int most = meant.maximumCount(event.participants());
        return most == 1 ? "1 person at most" : most + " people at most";
    }

    /** What a delivery holds; empty where this version of the plugin cannot read it. */
    public static Optional<Notification> read(Delivery delivery) {
        try {
            return Optional.of(JsonCodec.read(delivery.entry().payload(), Notification.class));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Notification changed(Consumer<Draught> change) {
        Draught draught = new Draught(event, severity, destination);
        draught.text = text;
        draught.reply = reply;
        draught.wantsPermalink = wantsPermalink;
        draught.addressees = addressees;
        draught.recipient = recipient;
        draught.detail = detail;
        draught.form = form;
        draught.style = style;
        draught.routed = routed;
        draught.file = file;
        change.accept(draught);
        return draught.finished();
    }

    /** One that is being written: what is not said is not there. */
    private static final class Draught {
        private BuildEvent event;
        private final Severity severity;
        private final Destination destination;
        private String text;
        private Relation reply;
        private boolean wantsPermalink;
        private Addressees addressees;
        private Recipient recipient;
        private Integer detail;
        private MessageFormat form;
        private MessageOptions style;
        private boolean routed;
        private SharedFile file;

        Draught(BuildEvent event, Severity severity, Destination destination) {
            this.event = event;
            this.severity = severity;
            this.destination = destination;
        }

        Notification finished() {
            return new Notification(
                    event,
                    severity,
                    text,
                    destination,
                    reply,
                    wantsPermalink,
                    addressees,
                    recipient,
                    detail,
                    form,
                    style,
                    routed,
                    file);
        }
    }
}
