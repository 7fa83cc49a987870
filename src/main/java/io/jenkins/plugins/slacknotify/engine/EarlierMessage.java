package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.Attempt;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
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
record EarlierMessage(
        @CheckForNull Reply.Kind kind,
        @CheckForNull MessageLocation location,
        @CheckForNull String threadTs,
        @CheckForNull Attempt obstacle) {

    private static final Duration NOT_YET = Duration.ofSeconds(2);

    /** For a message of its own. */
    static final EarlierMessage NONE = new EarlierMessage(null, null, null, null);

    static EarlierMessage of(Notification notification, Function<String, Optional<Delivery>> deliveries) {
        Reply reply = notification.reply();
        if (reply == null) {
            return NONE;
        }
        Optional<Delivery> earlier = deliveries.apply(reply.deliveryId());
        if (earlier.isEmpty()) {
            return gone(notification, "The message that it belongs to is not known any more");
        }
        Optional<Receipt> receipt = Receipt.read(earlier.get());
        return receipt.map(found -> overtaken(notification, deliveries)
                        ? blocked(new Attempt.Sent(JsonCodec.write(found), "The message tells how the build ended"))
                        : arrived(notification, reply.kind(), earlier.get(), found, deliveries))
                .orElseGet(() -> notYet(notification, earlier.get()));
    }

    /** Whether what happened while a build ran would take the place of how it ended. */
    private static boolean overtaken(Notification news, Function<String, Optional<Delivery>> deliveries) {
        Reply reply = news.reply();
        return news.event().moment() != null
                && reply != null
                && reply.kind().changesMessage()
                && deliveries
                        .apply(DeliveryIds.ofCompleted(news.event().key(), news.destination()))
                        .flatMap(Notification::read)
                        .filter(end -> new Reply(Reply.Kind.UPDATE, reply.deliveryId()).equals(end.reply()))
                        .isPresent();
    }

    private static EarlierMessage arrived(
            Notification notification,
            Reply.Kind kind,
            Delivery earlier,
            Receipt receipt,
            Function<String, Optional<Delivery>> deliveries) {
        boolean folded = earlier.state() == Delivery.State.FOLDED;
        boolean endsAlone = folded
                && Notification.read(earlier)
                        .filter(told ->
                                told.event().running() && !notification.event().running())
                        .isPresent();
        EarlierMessage toldAlready = blocked(new Attempt.Sent(JsonCodec.write(receipt), null));
        if (!kind.changesMessage()) {
            // What would be said besides a change of the message is said by the one that takes the place of the change.
            return endsAlone && notification.isHeadline() && kind == Reply.Kind.BROADCAST
                    ? toldAlready
                    : new EarlierMessage(
                            kind, receipt.location(), rootOf(earlier, receipt.location(), deliveries), null);
        }
        if (folded) {
            // The message tells of other builds, too, and has told of this one; but not how one ended that still ran.
            return endsAlone && kind == Reply.Kind.UPDATE ? NONE : toldAlready;
        }
        return new EarlierMessage(kind, receipt.location(), null, null);
    }

    private static EarlierMessage notYet(Notification notification, Delivery earlier) {
        if (earlier.state().isFinished()) {
            return gone(notification, "The message that it belongs to was not delivered: " + earlier.note());
        }
        return earlier.state() == Delivery.State.HELD
                ? blocked(new Attempt.Held("The message that it belongs to has not arrived: " + earlier.note()))
                : blocked(new Attempt.Later(NOT_YET, "The message that it belongs to has not arrived yet"));
    }

    /** News of a build stand for themselves; anything else makes no sense without the message that it belongs to. */
    private static EarlierMessage gone(Notification notification, String why) {
        boolean isNews = notification.text() == null
                && notification.detail() == null
                && notification.reply() != null
                && notification.reply().kind() != Reply.Kind.RESOLVE;
        return isNews ? NONE : blocked(new Attempt.Refused(why));
    }

    private static EarlierMessage blocked(Attempt obstacle) {
        return new EarlierMessage(null, null, null, obstacle);
    }

    /** Slack's threads have one level: an answer to an answer belongs to the message that began the thread. */
    private static String rootOf(
            Delivery delivery, MessageLocation location, Function<String, Optional<Delivery>> deliveries) {
        Reply reply =
                JsonCodec.read(delivery.entry().payload(), Notification.class).reply();
        if (reply == null) {
            return location.ts();
        }
        return deliveries
                .apply(reply.deliveryId())
                .flatMap(above -> Receipt.read(above)
                        // A message that could not be changed was posted anew.
                        .filter(receipt -> !reply.kind().changesMessage()
                                || receipt.location().equals(location))
                        .map(receipt -> rootOf(above, receipt.location(), deliveries)))
                .orElse(location.ts());
    }
}
