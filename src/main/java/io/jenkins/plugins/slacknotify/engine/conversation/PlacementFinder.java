package io.jenkins.plugins.slacknotify.engine.conversation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.notification.ThreadPage;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageOrigin;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the place of a message when it is sent: in the thread of an earlier message, in the place of that message, or in the channel
 * outside of any thread. The choice depends on what has become of the delivery of the earlier message.
 */
public final class PlacementFinder {
    private static final Placement ALONE = new Placement.Alone();

    private final DeliveryLookup deliveries;

    public PlacementFinder(DeliveryLookup deliveries) {
        this.deliveries = deliveries;
    }

    /** Returns where a message is to stand in its channel. */
    public Placement find(Message message) {
        Relation relation = message.relation();
        if (relation == null) {
            return ALONE;
        }
        if (message instanceof ThreadPage page && isCutOff(page)) {
            return refused(Note.forEverybody("Left out, because the details before it do not stand in the thread"));
        }
        Optional<Delivery> earlier = deliveries.find(relation.deliveryId());
        if (earlier.isEmpty()) {
            return withoutEarlier(message, Note.forEverybody("The message that it belongs to is not known any more"));
        }
        return ReceiptCodec.message(earlier.get())
                .map(receipt -> isOvertaken(message, relation)
                        ? reported(message, receipt, Note.forEverybody("The message tells how the build ended"))
                        : arrived(message, relation.kind(), earlier.get(), receipt))
                .orElseGet(() -> earlier.get().state().isFinished()
                        ? withoutEarlier(message, lost(earlier.get()))
                        : pending(earlier.get()));
    }

    /** Returns the place of the message to which a reaction or a file belongs. Without that message, the attempt ends. */
    public Placement find(String messageId) {
        Optional<Delivery> earlier = deliveries.find(messageId);
        if (earlier.isEmpty()) {
            return refused(Note.forEverybody("The message that it belongs to is not known any more"));
        }
        Optional<MessageReceipt> receipt = ReceiptCodec.message(earlier.get());
        if (receipt.isPresent()) {
            return new Placement.InPlace(receipt.get().location());
        }
        return earlier.get().state().isFinished() ? refused(lost(earlier.get())) : pending(earlier.get());
    }

    /**
     * Returns the first message of the thread in which replies to a message stand.
     *
     * @param location the place of that message
     */
    public MessageLocation threadOf(String messageId, MessageLocation location) {
        return deliveries
                .find(messageId)
                .map(delivery -> new MessageLocation(location.channel(), rootOf(delivery, location)))
                .orElse(location);
    }

    /** Whether the page before this one is not in the thread, as the thread is gone, or the channel allows none. */
    private boolean isCutOff(ThreadPage page) {
        return page.number() > 1
                && deliveries
                        .find(DeliveryIds.ofPage(page.newsId(), page.number() - 1))
                        .filter(before ->
                                before.state().isFinished() && !before.state().hasArrived()
                                        || ReceiptCodec.message(before)
                                                .filter(MessageReceipt::isInChannel)
                                                .isPresent())
                        .isPresent();
    }

    /** Whether a milestone would replace a message that already says how the build has ended. */
    private boolean isOvertaken(Message message, Relation relation) {
        Relation update = new Relation(Relation.Kind.UPDATE, relation.deliveryId());
        return message.event().milestone() != null
                && relation.kind().changesMessage()
                && deliveries
                        .find(DeliveryIds.ofCompleted(message.event().key(), message.destination()))
                        .flatMap(delivery -> NotificationCodec.read(delivery, Message.class))
                        .filter(end -> update.equals(end.relation()))
                        .isPresent();
    }

    private Placement arrived(Message message, Relation.Kind kind, Delivery earlier, MessageReceipt receipt) {
        boolean folded = earlier.inDigest();
        // The digest has reported the running build, and this message reports how the build has ended.
        boolean endsAlone = folded && isRunning(earlier) && !message.event().running();
        if (!kind.changesMessage()) {
            boolean broadcast = kind == Relation.Kind.BROADCAST;
            // A new message reports the end instead of a change, so that this headline would repeat it.
            boolean isSaid = endsAlone || isEndElsewhere(message, receipt);
            return isSaid && broadcast && message instanceof BuildNews news && news.isHeadline()
                    ? reported(message, receipt, null)
                    : new Placement.InThread(receipt.location(), rootOf(earlier, receipt.location()), broadcast);
        }
        if (folded) {
            // A digest is about several builds, so it is never changed.
            return endsAlone && kind == Relation.Kind.UPDATE ? ALONE : reported(message, receipt, null);
        }
        return new Placement.InPlace(receipt.location());
    }

    /** Whether the message that reports the end of the build was posted as a new one, because the earlier one could not be changed. */
    private boolean isEndElsewhere(Message message, MessageReceipt earlier) {
        return deliveries
                .find(DeliveryIds.ofCompleted(message.event().key(), message.destination()))
                .flatMap(ReceiptCodec::message)
                .filter(end -> !end.location().equals(earlier.location()))
                .isPresent();
    }

    private static boolean isRunning(Delivery delivery) {
        return NotificationCodec.read(delivery)
                .filter(notification -> notification.event().running())
                .isPresent();
    }

    private static Note lost(Delivery earlier) {
        return withReason("The message that it belongs to was not delivered", earlier);
    }

    private static Placement pending(Delivery earlier) {
        return new Placement.None(
                earlier.state() == Delivery.State.HELD
                        ? new SendResult.Held(withReason("The message that it belongs to has not arrived", earlier))
                        : new SendResult.Awaits(
                                Set.of(earlier.entry().id()),
                                Note.forEverybody("The message that it belongs to has not arrived yet")));
    }

    private static Note withReason(String words, Delivery earlier) {
        Note reason = earlier.reason();
        if (reason == null) {
            return Note.forEverybody(words);
        }
        Note note = reason.after(words, ": ");
        return reason.code() == null
                ? note
                : note.withCode(HoldReason.of(reason).ofDependent().code());
    }

    /** Returns the place of a message whose earlier message does not exist: the channel for news of a build, and none for all others. */
    private static Placement withoutEarlier(Message message, Note why) {
        boolean standsAlone = message instanceof BuildNews news && !news.isHeadline() && !news.isResolving();
        return standsAlone ? ALONE : refused(why);
    }

    private static Placement refused(Note why) {
        return new Placement.None(new SendResult.Refused(why));
    }

    /** Returns the result for a message whose content the earlier message has already: sent, at the place of that message. */
    private static Placement reported(Message message, MessageReceipt receipt, @CheckForNull Note note) {
        MessageReceipt own = receipt.withOrigin(MessageOrigin.toKeep(message));
        return new Placement.None(new SendResult.Sent(ReceiptCodec.write(own), note));
    }

    /** Returns the first message of the thread of a delivery. Slack's threads have one level, so a reply to a reply has the same root. */
    private String rootOf(Delivery delivery, MessageLocation location) {
        Optional<String> told = ReceiptCodec.message(delivery).map(MessageReceipt::threadTs);
        if (told.isPresent()) {
            return told.get();
        }
        Relation relation = NotificationCodec.read(delivery, Message.class)
                .map(Message::relation)
                .orElse(null);
        if (relation == null) {
            return location.ts();
        }
        return deliveries
                .find(relation.deliveryId())
                .flatMap(above -> ReceiptCodec.message(above)
                        // If the message above could not be changed, this one was posted as a new one, with a thread of
                        // its own.
                        .filter(receipt -> !relation.kind().changesMessage()
                                || receipt.location().equals(location))
                        .map(receipt -> rootOf(above, receipt.location())))
                .orElse(location.ts());
    }
}
