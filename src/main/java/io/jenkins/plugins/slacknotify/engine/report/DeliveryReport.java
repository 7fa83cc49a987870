package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.Deliveries;
import io.jenkins.plugins.slacknotify.engine.notification.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleReceipt;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import java.time.Instant;

/**
 * What people may know of a delivery. The strings may come from a build; whoever shows them escapes them.
 *
 * @param job the job's full name; the delivery's id where its record cannot be read
 * @param build the build's name for people
 * @param url the build's address; null where Jenkins did not know its own
 * @param channel as administrators read it: a person has a name in it
 * @param audience what kind of destination that is
 * @param text the beginning of what the job's author wrote; null for the message that tells of the build itself
 * @param note why it waits or was refused; null where there is nothing to say
 * @param attempts how often it was tried to send it
 * @param hasArrived whether {@link Deliveries#permalink} can be asked
 * @param repeatable whether {@link Deliveries#sendAgain} can be asked
 * @param acceptedAt when it was handed over
 */
public record DeliveryReport(
        String id,
        Delivery.State state,
        String job,
        String build,
        @CheckForNull String url,
        String channel,
        Audience audience,
        @CheckForNull String text,
        @CheckForNull String note,
        int attempts,
        boolean hasArrived,
        boolean repeatable,
        Instant acceptedAt) {

    private static final int TEXT_SHOWN = 80;

    /** Whom a delivery is for. */
    public enum Audience {
        CHANNEL,
        /** Somebody in person: who it is, is not for everybody who may see the build. */
        PERSON,
        /** Those who were to be found out: it is no message, and the messages to them are deliveries of their own. */
        PEOPLE;

        private static Audience of(Notification notification) {
            if (notification.destination().isPeople()) {
                return PEOPLE;
            }
            return notification.recipient() == null ? CHANNEL : PERSON;
        }
    }

    public static DeliveryReport of(Delivery delivery, WaitingReasons reasons) {
        @CheckForNull
        String note =
                PeopleReceipt.read(delivery).map(PeopleReceipt::describe).orElseGet(() -> reasons.noteOf(delivery));
        return Notification.read(delivery)
                .map(notification -> of(delivery, notification, note))
                .orElseGet(() -> of(delivery, delivery.entry().id(), "", null, "", Audience.CHANNEL, null, note));
    }

    private static DeliveryReport of(Delivery delivery, Notification notification, @CheckForNull String note) {
        BuildEvent event = notification.event();
        String text = notification.text();
        return of(
                delivery,
                event.key().job(),
                event.buildName(),
                event.url(),
                notification.label(),
                Audience.of(notification),
                text == null ? null : Excerpt.truncateWithEllipsis(text, TEXT_SHOWN),
                note);
    }

    private static DeliveryReport of(
            Delivery delivery,
            String job,
            String build,
            @CheckForNull String url,
            String channel,
            Audience audience,
            @CheckForNull String text,
            @CheckForNull String note) {
        return new DeliveryReport(
                delivery.entry().id(),
                delivery.state(),
                job,
                build,
                url,
                channel,
                audience,
                text,
                note,
                delivery.attempts(),
                MessageReceipt.read(delivery).isPresent(),
                isRepeatable(delivery),
                delivery.entry().acceptedAt());
    }

    public static boolean isRepeatable(Delivery delivery) {
        return delivery.state().isFinished()
                && !delivery.state().hasArrived()
                && Notification.read(delivery).filter(Notification::isUpload).isEmpty();
    }

    /** What a delivery is about, in words for a log; holds nothing that the build's page would not show. */
    public static String describe(Delivery delivery) {
        return Notification.read(delivery)
                .map(it -> it.event().key() + " to "
                        + (it.recipient() == null ? it.destination().label() : "a person"))
                .orElse(delivery.entry().id());
    }
}
