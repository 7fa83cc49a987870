package io.jenkins.plugins.slacknotify.engine;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Addressees;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.Form;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.people.PeoplePolicy;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.Style;
import java.util.Optional;

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
record Notification(
        BuildEvent event,
        Severity severity,
        @CheckForNull String text,
        Destination destination,
        @CheckForNull Reply reply,
        boolean wantsPermalink,
        @CheckForNull Addressees addressees,
        @CheckForNull Recipient recipient,
        @CheckForNull Integer detail,
        @CheckForNull Form form,
        @CheckForNull Style style,
        boolean routed,
        @CheckForNull SharedFile file) {

    /** Of {@link #detail}: no more than the headline. */
    private static final int HEADLINE = 0;

    Notification {
        requireNonNull(event, "event");
        requireNonNull(severity, "severity");
        requireNonNull(destination, "destination");
    }

    /** For a channel. */
    Notification(
            BuildEvent event,
            Severity severity,
            @CheckForNull String text,
            Destination destination,
            @CheckForNull Reply reply,
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
    static Notification toPeople(
            BuildEvent event,
            Severity severity,
            @CheckForNull String text,
            @CheckForNull String credentialsId,
            Addressees addressees) {
        return new Notification(
                event,
                severity,
                text,
                Destination.people(credentialsId),
                null,
                false,
                addressees,
                null,
                null,
                null,
                null,
                false,
                null);
    }

    /** The same for one of them. */
    Notification to(Recipient person, @CheckForNull String part, @CheckForNull Reply toFirst) {
        Destination direct = destination.with(person.slackId());
        return new Notification(
                event.withoutParticipants(),
                severity,
                part,
                direct,
                toFirst,
                false,
                null,
                person,
                null,
                form,
                null,
                false,
                null);
    }

    /** The same of another moment of the build. */
    Notification with(BuildEvent newEvent) {
        return new Notification(
                newEvent,
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

    /** The same as an answer to an earlier message, or in its place. */
    Notification replying(Reply newReply) {
        return new Notification(
                event,
                severity,
                text,
                destination,
                newReply,
                wantsPermalink,
                addressees,
                recipient,
                detail,
                form,
                style,
                routed,
                file);
    }

    /** No more than its headline. */
    Notification headline() {
        return inPart(HEADLINE, style);
    }

    /** A page of the details in its thread, from 1. */
    Notification page(int number) {
        return inPart(number, style == null ? null : style.mentioning(null));
    }

    /** Nobody whom a job's author mentions is so once more. */
    private Notification inPart(int newDetail, @CheckForNull Style newStyle) {
        return new Notification(
                event,
                severity,
                text,
                destination,
                reply,
                wantsPermalink,
                addressees,
                recipient,
                newDetail,
                null,
                newStyle,
                routed,
                null);
    }

    boolean isHeadline() {
        return detail != null && detail == HEADLINE;
    }

    /** Whether it is the one message in a channel that tells of the build, not part of it nor a change of another one. */
    boolean tellsOfBuild() {
        return text == null
                && detail == null
                && recipient == null
                && !destination.isPeople()
                && (reply == null || !reply.kind().changesMessage());
    }

    /** The same in this form. */
    Notification in(Form newForm) {
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
                newForm.equals(Form.PLAIN) ? null : newForm,
                style,
                routed,
                file);
    }

    /** The same for a destination that hears of builds in that way. */
    Notification styled(Style newStyle) {
        return styled(newStyle, routed);
    }

    /** The same, led by a rule to a destination that hears of builds in that way. */
    Notification routed(Style newStyle) {
        return styled(newStyle, true);
    }

    private Notification styled(Style newStyle, boolean byRule) {
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
                newStyle.equals(Style.PLAIN) ? null : newStyle,
                byRule,
                file);
    }

    /** The same with a file, for people who are yet to be found out. */
    Notification with(@CheckForNull SharedFile newFile) {
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
                newFile);
    }

    /**
     * What brings a file to Slack that this message is to show.
     *
     * @param id of this message
     */
    Notification uploading(SharedFile newFile, String id) {
        Reply toThis = new Reply(Reply.Kind.FILE, id);
        return new Notification(
                event,
                severity,
                newFile.name(),
                destination,
                toThis,
                false,
                null,
                recipient,
                null,
                null,
                null,
                routed,
                newFile);
    }

    /** What shows that file, once it has been uploaded. */
    Notification showing(String slackId) {
        return with(shownFile().uploadedAs(slackId));
    }

    /** Whether it is no message but the upload of a file. */
    boolean isUpload() {
        return isAboutFile() && shownFile().slackId() == null;
    }

    /** The file that it {@link #isAboutFile is about}. */
    SharedFile shownFile() {
        return requireNonNull(file);
    }

    /** The id of the message that shows the file that it {@link #isAboutFile is about}. */
    String messageWithFile() {
        return requireNonNull(reply).deliveryId();
    }

    /** Whether it is no message but shows a file in an earlier one. */
    boolean isAboutFile() {
        return file != null && reply != null && reply.kind() == Reply.Kind.FILE;
    }

    /** The mrkdwn that stands before it, so that Slack notifies somebody; null for nobody. */
    @CheckForNull
    String mention() {
        String asked = shownAs().mention();
        return asked == null && style != null ? style.mention() : asked;
    }

    Form shownAs() {
        return form == null ? Form.PLAIN : form;
    }

    /** Whether it is no message but an emoji below an earlier one. */
    boolean isReaction() {
        return reply != null && reply.kind() == Reply.Kind.REACTION;
    }

    /** Where it goes, as administrators read it. */
    String label() {
        return recipient == null ? destination.label() : "@" + recipient.name();
    }

    /** Where it goes, as everybody may read it: of people no more than their number, or the most that they can be. */
    String publicLabel(PeoplePolicy policy) {
        if (!destination.isPeople()) {
            return recipient == null ? destination.label() : "1 person";
        }
        Addressees meant = addressees == null ? policy.addressees() : addressees;
        int most = meant.mostAmong(event.participants());
        return most == 1 ? "1 person at most" : most + " people at most";
    }

    /** What a delivery holds; empty where this version of the plugin cannot read it. */
    static Optional<Notification> read(Delivery delivery) {
        try {
            return Optional.of(JsonCodec.read(delivery.entry().payload(), Notification.class));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
