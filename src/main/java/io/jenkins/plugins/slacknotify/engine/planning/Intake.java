package io.jenkins.plugins.slacknotify.engine.planning;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.FileUpload;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryObservers;
import io.jenkins.plugins.slacknotify.engine.spi.CredentialFolders;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Entry;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.SendOrder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts notifications into the outbox: decides which others each waits behind, and which builds share a message.
 *
 * <p>Safe for use by many threads.
 */
public final class Intake {
    private final Outbox outbox;
    private final ConversationIndex index;
    private final LaneFinder lanes;
    private final JobBacklog backlog;
    private final OutboxRoom room;
    private final DeliveryObservers observers;
    private final InstantSource clock;

    /**
     * @param index learns to which build each notification belongs
     * @param folders tells which jobs share a lane
     * @param backlog learns what waits of each job
     * @param room has to admit what a build causes
     */
    public Intake(
            Outbox outbox,
            ConversationIndex index,
            CredentialFolders folders,
            JobBacklog backlog,
            OutboxRoom room,
            DeliveryObservers observers,
            InstantSource clock) {
        this.outbox = outbox;
        this.index = index;
        lanes = new LaneFinder(folders);
        this.backlog = backlog;
        this.room = room;
        this.observers = observers;
        this.clock = clock;
    }

    /**
     * Accepts what follows from a build. A digest can only hold the messages that report a build by themselves.
     *
     * @return false where the outbox knew it before, or has no room for it
     */
    public boolean acceptOfBuild(PlannedNotification planned) {
        return room.admits(planned)
                && accept(planned, planned.notification() instanceof BuildNews news && news.postsBuildInChannel());
    }

    /** Accepts what a job's author asks for. */
    public void acceptOfAuthor(PlannedNotification planned) {
        accept(planned, false);
    }

    /**
     * Accepts what follows a message that has arrived, which is as much as there was room for before, or a message to one
     * person, as far as the outbox has room for that.
     */
    public void acceptFollowUp(PlannedNotification planned) {
        Notification notification = planned.notification();
        if (notification.recipient() != null && !room.admits(planned)) {
            return;
        }
        accept(
                planned,
                notification.recipient() != null && notification instanceof BuildNews news && news.postsBuild());
    }

    /** Accepts a delivery that has failed once more, as a new one. @return false where that was done before */
    public boolean acceptAgain(Delivery lost) {
        return accept(lost.entry().copyWithId(copyOf(lost, "again"), clock.instant()));
    }

    /**
     * Accepts a notification that a person sends to another channel, as a new one.
     *
     * @param instead the delivery whose place it takes
     * @return false where it was sent there before
     */
    public boolean acceptElsewhere(Delivery instead, Notification notification) {
        String id = copyOf(instead, notification.destination().channel());
        return accept(new PlannedNotification(id, notification, true), false);
    }

    /** The id of a copy. It is the same each time, so that who presses a button twice sends one. */
    private static String copyOf(Delivery original, String how) {
        return UUID.nameUUIDFromBytes((original.entry().id() + ' ' + how).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private boolean accept(PlannedNotification planned, boolean foldable) {
        String id = planned.id();
        Notification notification = planned.notification();
        index.add(notification, id);
        boolean isUpload = notification instanceof FileUpload;
        Optional<Delivery> earlier = isUpload ? Optional.empty() : waitingBefore(notification);
        SendOrder order = new SendOrder(
                earlier.flatMap(it -> laneOf(it, notification))
                        .orElseGet(() -> lanes.find(notification).name()),
                isUpload ? id : sequence(notification, earlier),
                notification.event().key().job(),
                notification.severity().ordinal(),
                foldable);
        boolean isNew = accept(new Entry(id, order, clock.instant(), NotificationCodec.write(notification)));
        if (!isNew) {
            outbox.find(id).ifPresent(known -> index.add(notification, id, known.position()));
        }
        return isNew;
    }

    private boolean accept(Entry entry) {
        // Counted first: on another thread it can be sent, and no longer counted, before this one goes on.
        backlog.add(entry.order().share(), entry.id());
        boolean isNew = outbox.accept(entry);
        if (isNew) {
            observers.handedOver();
        } else {
            outbox.find(entry.id())
                    .ifPresentOrElse(
                            backlog::changed, () -> backlog.remove(entry.order().share(), entry.id()));
        }
        return isNew;
    }

    /** The message that a notification answers, while that waits. */
    private Optional<Delivery> waitingBefore(Notification notification) {
        return notification
                .earlierDelivery()
                .flatMap(outbox::find)
                .filter(earlier -> !earlier.state().isFinished());
    }

    /** An answer to a message of another build that waits stays behind that, however urgent it is: it cannot go before. */
    private static String sequence(Notification notification, Optional<Delivery> earlier) {
        return earlier.map(it -> it.entry().sequence())
                .orElseGet(() -> DeliveryIds.conversation(notification.event().key()));
    }

    /**
     * The lane of an earlier message to the same place, whatever it is named: what is in two lanes has no order. An earlier
     * version may have named it, or the credential may have been another folder's then.
     */
    private static Optional<String> laneOf(Delivery earlier, Notification notification) {
        return NotificationCodec.read(earlier)
                .filter(it -> it.lane().equals(notification.lane()))
                .map(unused -> earlier.entry().lane());
    }
}
