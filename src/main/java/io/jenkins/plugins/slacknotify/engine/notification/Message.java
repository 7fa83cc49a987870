package io.jenkins.plugins.slacknotify.engine.notification;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import java.util.Optional;

/** A notification that becomes a message in Slack, or replaces one. */
public sealed interface Message extends Notification permits BuildNews, AuthorMessage, ThreadPage {
    /** The tie to an earlier message; null for a message that stands alone. */
    @CheckForNull
    Relation relation();

    /** The options of its destination: sender, mention, template. */
    MessageOptions options();

    /** Whether a caller waits for the address of the message. */
    boolean wantsPermalink();

    /** The mrkdwn before the message, by which Slack notifies somebody; null for nobody. */
    @CheckForNull
    String mention();

    /** Returns this message with another mention, which replaces that of its destination, too. */
    Message withMention(@CheckForNull String newMention);

    /**
     * Returns this message for another channel, without its relation to an earlier message and without the place in the settings that named
     * its channel.
     */
    Message to(Destination newDestination);

    @Override
    default Optional<String> earlierDelivery() {
        return Optional.ofNullable(relation()).map(Relation::deliveryId);
    }

    @Override
    default boolean changesMessage() {
        Relation relation = relation();
        return relation != null && relation.kind().changesMessage();
    }

    @Override
    default <R> R accept(Notification.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    /** Calls the method of the visitor that fits the kind of message. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of message. */
    interface Visitor<R> {
        R visit(BuildNews news);

        R visit(AuthorMessage message);

        R visit(ThreadPage page);
    }
}
