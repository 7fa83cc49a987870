package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.FileUpload;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.ThreadPage;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.engine.receipt.PeopleReceipt;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.RuleOrigin;
import java.time.Instant;
import java.util.Optional;

/** The report of a delivery for people. The strings may come from a build; a page that shows them escapes them. */
public final class DeliveryReport {
    private static final int TEXT_SHOWN = 80;

    private final Delivery delivery;

    /** The notification; null where this version of the plugin cannot read it. */
    @CheckForNull
    private final Notification notification;

    @CheckForNull
    private final Note note;

    private DeliveryReport(Delivery delivery, @CheckForNull Notification notification, @CheckForNull Note note) {
        this.delivery = delivery;
        this.notification = notification;
        this.note = note;
    }

    /** Who receives the message. */
    public enum Audience {
        CHANNEL,
        /** One person, whose name is not for everybody who may see the build. */
        PERSON,
        /** People who are yet to be found. The delivery is no message; each message to one of them has its own. */
        PEOPLE;

        private static Audience of(Notification notification) {
            if (notification instanceof PeopleLookup) {
                return PEOPLE;
            }
            return notification.recipient() == null ? CHANNEL : PERSON;
        }
    }

    /** The report of a delivery as it stands. */
    public static DeliveryReport of(Delivery delivery, WaitingReasons reasons) {
        Note note = ReceiptCodec.people(delivery)
                .map(PeopleReceipt::describe)
                .map(Note::of)
                .orElseGet(() -> reasons.noteOf(delivery));
        return new DeliveryReport(delivery, NotificationCodec.read(delivery).orElse(null), note);
    }

    /** The id of the subscription that has led to it; null where a rule or a job's author has. */
    @CheckForNull
    public String subscription() {
        return notification instanceof BuildNews news ? news.options().subscription() : null;
    }

    public String id() {
        return delivery.entry().id();
    }

    public Delivery.State state() {
        return delivery.state();
    }

    /** The full name of the job; the delivery's id where its record cannot be read. */
    public String job() {
        return notification == null ? id() : notification.event().key().job();
    }

    /** The build by its original key; empty where the record cannot be read. */
    public Optional<BuildKey> key() {
        return Optional.ofNullable(notification).map(it -> it.event().key());
    }

    /** The build's name for people; empty where the record cannot be read. */
    public String build() {
        return notification == null ? "" : notification.event().buildName();
    }

    /** The build's address; null where Jenkins did not know its own, or the record cannot be read. */
    @CheckForNull
    public String url() {
        return notification == null ? null : notification.event().url();
    }

    /** The destination as administrators read it, with the name of a person; empty where the record cannot be read. */
    public String channel() {
        return notification == null ? "" : notification.label();
    }

    /** The account of the person whom it is for; null for anything else, and for a person without an account. */
    @CheckForNull
    public String account() {
        Recipient recipient = notification == null ? null : notification.recipient();
        return recipient == null ? null : recipient.account();
    }

    /** The rule for which it is sent; null where there is none, as for what a job sends itself. */
    @CheckForNull
    public RuleOrigin rule() {
        return notification == null ? null : notification.envelope().rule();
    }

    /** The place where the name of the channel stands for which it is held; empty where its channel is not the reason. */
    public Optional<NamePlace> place() {
        return isKeptBack() && notification != null ? NamePlace.of(notification, holdReason()) : Optional.empty();
    }

    public Audience audience() {
        return notification == null ? Audience.CHANNEL : Audience.of(notification);
    }

    /** The beginning of what a job's author wrote; null for a message that Jenkins writes. */
    @CheckForNull
    public String text() {
        return Optional.ofNullable(notification)
                .map(Notification::text)
                .map(text -> Excerpt.truncateWithEllipsis(text, TEXT_SHOWN))
                .orElse(null);
    }

    /** The reason for which it waits or was refused, for administrators; null where there is nothing to say. */
    @CheckForNull
    public String note() {
        return note == null ? null : note.text();
    }

    /** Whether the delivery waits until a person has fixed something. */
    public boolean isKeptBack() {
        return HoldReason.keepsBack(state(), note);
    }

    /** The reason for which it is held, as a fact. Says nothing of what is not held. */
    public HoldReason holdReason() {
        return HoldReason.of(note);
    }

    /**
     * The reason as everybody may read it who may see the build; null where there is nothing to say. What is for a person has none:
     * it would tell of that person.
     */
    @CheckForNull
    public String brief() {
        return audience() == Audience.CHANNEL ? Briefs.of(delivery.state(), note) : null;
    }

    /** How often the plugin has tried to send the notification. */
    public int attempts() {
        return delivery.attempts();
    }

    /** Whether the notification is in Slack as a message that has an address. */
    public boolean hasArrived() {
        return ReceiptCodec.message(delivery).isPresent();
    }

    /** Whether the notification can be sent once more, as a new message. */
    public boolean repeatable() {
        return isRepeatable(delivery);
    }

    /** The time of the hand-over. */
    public Instant acceptedAt() {
        return delivery.entry().acceptedAt();
    }

    /** Whether the notification can be sent to another channel instead. */
    public boolean redirectable() {
        return isRedirectable(delivery);
    }

    /**
     * Whether a delivery is a message to a channel that is held, or has failed for good, and can be sent to another one. What goes on with another
     * message, or marks it as over, says nothing there.
     */
    public static boolean isRedirectable(Delivery delivery) {
        return (delivery.state() == Delivery.State.HELD || isRepeatable(delivery))
                && NotificationCodec.read(delivery, Message.class)
                        .filter(message -> message.recipient() == null)
                        .filter(message -> !(message instanceof ThreadPage)
                                && !(message instanceof BuildNews news && news.isResolving()))
                        .isPresent();
    }

    /** Whether a delivery has failed for good and can be sent again. No copy of a file is kept that long, nor every payload. */
    public static boolean isRepeatable(Delivery delivery) {
        return delivery.state().isFinished()
                && !delivery.isAbridged()
                && !delivery.state().hasArrived()
                && NotificationCodec.read(delivery, FileUpload.class).isEmpty();
    }

    /** The build and the destination in words for a log. Holds nothing that the build's page would not show. */
    public static String describe(Delivery delivery) {
        return NotificationCodec.read(delivery)
                .map(it -> it.event().key() + " to "
                        + (it.recipient() == null ? it.destination().label() : "a person"))
                .orElse(delivery.entry().id());
    }

    /** The delivery in words for a log and for scripts, as {@link #describe}, with its state and note. */
    @Override
    public String toString() {
        return describe(delivery) + " " + state() + (note == null ? "" : ": " + note.text());
    }
}
