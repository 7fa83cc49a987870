package io.jenkins.plugins.slacknotify.engine.planning;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryObservers;
import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Entry;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.SendOrder;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Puts messages into the outbox: which others they wait behind, and which build they are of. Safe for use by many threads. */
public final class Intake {
    private final Outbox outbox;
    private final ConversationIndex recent;
    private final DeliveryObservers observers;
    private final InstantSource clock;

    /** @param recent is told to which build each message belongs */
    public Intake(Outbox outbox, ConversationIndex recent, DeliveryObservers observers, InstantSource clock) {
        this.outbox = outbox;
        this.recent = recent;
        this.observers = observers;
        this.clock = clock;
    }

    /**
     * What a build has led to. Only the messages that tell of a build by themselves can be told together with others.
     *
     * @return false where it was taken over before
     */
    public boolean ofBuild(PlannedNotification draft) {
        return accept(draft, draft.notification().tellsOfBuild());
    }

    /** What a job has asked for. */
    public void asAsked(PlannedNotification draft) {
        accept(draft, false);
    }

    /** What is said to one person, or follows a message that has arrived. */
    public void following(PlannedNotification draft) {
        Notification notification = draft.notification();
        accept(draft, notification.recipient() != null && notification.tells());
    }

    /** The same as a new message. */
    public void again(Delivery lost) {
        accept(lost.entry().copyWithId(UUID.randomUUID().toString(), clock.instant()));
    }

    private boolean accept(PlannedNotification draft, boolean foldable) {
        String id = draft.id();
        Notification notification = draft.notification();
        recent.add(notification, id);
        boolean isUpload = notification.isUpload();
        SendOrder order = new SendOrder(
                isUpload
                        ? DeliveryIds.uploads(notification.destination())
                        : DeliveryIds.lane(notification.destination()),
                isUpload ? id : conversation(notification),
                notification.event().key().job(),
                notification.severity().ordinal(),
                foldable);
        return accept(new Entry(id, order, clock.instant(), JsonCodec.write(notification)));
    }

    private boolean accept(Entry entry) {
        boolean isNew = outbox.accept(entry);
        if (isNew) {
            observers.handedOver();
        }
        return isNew;
    }

    /** A reply to another build's message that waits stays behind it: it could not be sent before, however urgent it is. */
    private String conversation(Notification notification) {
        return Optional.ofNullable(notification.reply())
                .flatMap(reply -> outbox.find(reply.deliveryId()))
                .filter(earlier -> !earlier.state().isFinished())
                .map(earlier -> earlier.entry().sequence())
                .orElseGet(() -> DeliveryIds.conversation(notification.event().key()));
    }
}
