package io.jenkins.plugins.slacknotify.engine.notification;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Optional;

/**
 * One thing to send to one destination, as it waits in the outbox: what is needed to make it, not the message itself. Each
 * kind is a class, and has its own sender in {@code engine.sending} and its own stored form in {@code engine.stored}.
 */
public sealed interface Notification permits Message, PeopleLookup, Reaction, FileUpload, FileShow {
    /** The build, its severity and the destination. */
    Envelope envelope();

    /** The event of the build that this notification reports or comes from. */
    default BuildEvent event() {
        return envelope().event();
    }

    default Severity severity() {
        return envelope().severity();
    }

    default Destination destination() {
        return envelope().destination();
    }

    /** The bot that sends this notification and the place that it sends it to. */
    default LaneKey lane() {
        return LaneKey.of(destination(), event().key());
    }

    /** The person whom this notification is for; null for a channel, and for people who are not found yet. */
    @CheckForNull
    default Recipient recipient() {
        return envelope().recipient();
    }

    /** The id of the delivery that has to arrive before this notification; empty where there is none. */
    Optional<String> earlierDelivery();

    /** Whether this notification changes a message in Slack instead of posting one. Slack notifies nobody of a change. */
    default boolean changesMessage() {
        return false;
    }

    /** The text that a report of the delivery quotes; null for a message whose text Jenkins writes. */
    @CheckForNull
    String text();

    /** The name of the destination for administrators. */
    default String label() {
        Recipient recipient = recipient();
        return recipient == null ? destination().label() : "@" + recipient.name();
    }

    /**
     * The destination as everybody may read it, without the names of persons.
     *
     * @param policy the people who are meant where the notification names none
     */
    default String publicLabel(PeoplePolicy policy) {
        return recipient() == null ? destination().label() : "1 person";
    }

    /** Whether a later message can answer or replace it. */
    default boolean isReplyable() {
        return true;
    }

    /** Whether the delivery of this notification needs a copy of a file in the spool. */
    default boolean needsFile() {
        return false;
    }

    /** Calls the method of a visitor for this kind of notification. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind, so that the compiler finds every place that a new kind needs. */
    interface Visitor<R> {
        R visit(Message message);

        R visit(PeopleLookup lookup);

        R visit(Reaction reaction);

        R visit(FileUpload upload);

        R visit(FileShow show);
    }
}
