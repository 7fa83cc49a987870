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
 * @param location where the earlier message is; null for a message of its own
 * @param obstacle why the reply cannot be sent now; null where it can
 */
record EarlierMessage(
        boolean updates,
        @CheckForNull MessageLocation location,
        @CheckForNull String threadTs,
        @CheckForNull Attempt obstacle) {

    private static final Duration NOT_YET = Duration.ofSeconds(2);

    /** For a message of its own. */
    static final EarlierMessage NONE = new EarlierMessage(false, null, null, null);

    static EarlierMessage of(@CheckForNull Reply reply, Function<String, Optional<Delivery>> deliveries) {
        if (reply == null) {
            return NONE;
        }
        Optional<Delivery> earlier = deliveries.apply(reply.deliveryId());
        if (earlier.isEmpty()) {
            return blocked(new Attempt.Refused("The message that it belongs to is not known any more"));
        }
        Optional<Receipt> receipt = NotificationEngine.receipt(earlier.get());
        if (receipt.isEmpty()) {
            return blocked(notYet(earlier.get()));
        }
        MessageLocation location = receipt.get().location();
        return reply.kind() == Reply.Kind.UPDATE
                ? new EarlierMessage(true, location, null, null)
                : new EarlierMessage(false, location, rootOf(earlier.get(), location, deliveries), null);
    }

    private static Attempt notYet(Delivery earlier) {
        if (earlier.state().isFinished()) {
            return new Attempt.Refused("The message that it belongs to was not delivered: " + earlier.note());
        }
        return earlier.state() == Delivery.State.HELD
                ? new Attempt.Held("The message that it belongs to has not arrived: " + earlier.note())
                : new Attempt.Later(NOT_YET, "The message that it belongs to has not arrived yet");
    }

    private static EarlierMessage blocked(Attempt obstacle) {
        return new EarlierMessage(false, null, null, obstacle);
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
                .flatMap(above ->
                        NotificationEngine.receipt(above).map(receipt -> rootOf(above, receipt.location(), deliveries)))
                .orElse(location.ts());
    }
}
