package io.jenkins.plugins.slacknotify.engine.conversation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a reply refers to.
 *
 * @param kind null for a message of its own
 * @param location where the earlier message is; null for a message of its own
 * @param obstacle why the reply cannot be sent now; null where it can
 */
public record Placement(
        @CheckForNull Relation.Kind kind,
        @CheckForNull MessageLocation location,
        @CheckForNull String threadTs,
        @CheckForNull SendResult obstacle) {

    private static final Duration NOT_YET = Duration.ofSeconds(2);

    /** For a message of its own. */
    public static final Placement NONE = new Placement(null, null, null, null);

    public static Placement of(Notification notification, Function<String, Optional<Delivery>> deliveries) {
        Relation reply = notification.reply();
        if (reply == null) {
            return NONE;
        }
        Optional<Delivery> earlier = deliveries.apply(reply.deliveryId());
        if (earlier.isEmpty()) {
            return gone(notification, "The message that it belongs to is not known any more");
        }
        Optional<MessageReceipt> receipt = MessageReceipt.read(earlier.get());
        return receipt.map(found -> overtaken(notification, deliveries)
                        ? blocked(new SendResult.Sent(JsonCodec.write(found), "The message tells how the build ended"))
                        : arrived(notification, reply.kind(), earlier.get(), found, deliveries))
                .orElseGet(() -> notYet(notification, earlier.get()));
    }

    /** Whether what happened while a build ran would take the place of how it ended. */
    private static boolean overtaken(Notification news, Function<String, Optional<Delivery>> deliveries) {
        Relation reply = news.reply();
        return news.event().moment() != null
                && reply != null
                && reply.kind().changesMessage()
                && deliveries
                        .apply(DeliveryIds.ofCompleted(news.event().key(), news.destination()))
                        .flatMap(Notification::read)
                        .filter(end -> new Relation(Relation.Kind.UPDATE, reply.deliveryId()).equals(end.reply()))
                        .isPresent();
    }

    private static Placement arrived(
            Notification notification,
            Relation.Kind kind,
            Delivery earlier,
            MessageReceipt receipt,
            Function<String, Optional<Delivery>> deliveries) {
        boolean folded = earlier.state() == Delivery.State.FOLDED;
        boolean endsAlone = folded
                && Notification.read(earlier)
                        .filter(told ->
                                told.event().running() && !notification.event().running())
                        .isPresent();
        Placement toldAlready = blocked(new SendResult.Sent(JsonCodec.write(receipt), null));
        if (!kind.changesMessage()) {
            // What would be said besides a change of the message is said by the one that takes the place of the change.
            return endsAlone && notification.isHeadline() && kind == Relation.Kind.BROADCAST
                    ? toldAlready
                    : new Placement(kind, receipt.location(), rootOf(earlier, receipt.location(), deliveries), null);
        }
        if (folded) {
            // The message tells of other builds, too, and has told of this one; but not how one ended that still ran.
            return endsAlone && kind == Relation.Kind.UPDATE ? NONE : toldAlready;
        }
        return new Placement(kind, receipt.location(), null, null);
    }

    private static Placement notYet(Notification notification, Delivery earlier) {
        if (earlier.state().isFinished()) {
            return gone(notification, "The message that it belongs to was not delivered: " + earlier.note());
        }
        return earlier.state() == Delivery.State.HELD
                ? blocked(new SendResult.Held("The message that it belongs to has not arrived: " + earlier.note()))
                : blocked(new SendResult.Retry(NOT_YET, "The message that it belongs to has not arrived yet"));
    }

    /** News of a build stand for themselves; anything else makes no sense without the message that it belongs to. */
    private static Placement gone(Notification notification, String why) {
        boolean isNews = notification.text() == null
                && notification.detail() == null
                && notification.reply() != null
                && notification.reply().kind() != Relation.Kind.RESOLVE;
        return isNews ? NONE : blocked(new SendResult.Refused(why));
    }

    private static Placement blocked(SendResult obstacle) {
        return new Placement(null, null, null, obstacle);
    }

    /** Slack's threads have one level: an answer to an answer belongs to the message that began the thread. */
    private static String rootOf(
            Delivery delivery, MessageLocation location, Function<String, Optional<Delivery>> deliveries) {
        Relation reply =
                JsonCodec.read(delivery.entry().payload(), Notification.class).reply();
        if (reply == null) {
            return location.ts();
        }
        return deliveries
                .apply(reply.deliveryId())
                .flatMap(above -> MessageReceipt.read(above)
                        // A message that could not be changed was posted anew.
                        .filter(receipt -> !reply.kind().changesMessage()
                                || receipt.location().equals(location))
                        .map(receipt -> rootOf(above, receipt.location(), deliveries)))
                .orElse(location.ts());
    }
}
