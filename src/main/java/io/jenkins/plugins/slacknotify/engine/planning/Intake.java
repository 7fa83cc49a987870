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
import io.jenkins.plugins.slacknotify.event.text.NameUuid;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * Accepts what follows from a build, at the cost of one write to disk. A digest can only hold the messages that report a build by
     * themselves.
     *
     * @return those that the outbox did not know before, and has room for
     */
    public List<PlannedNotification> acceptOfBuild(List<PlannedNotification> planned) {
        Batch batch = new Batch();
        for (PlannedNotification one : planned) {
            if (room.admits(one, batch.size())) {
                batch.add(one, one.notification() instanceof BuildNews news && news.postsBuildInChannel());
            }
        }
        return batch.accept();
    }

    /** Accepts what a job's author asks for, at the cost of one write to disk. */
    public void acceptOfAuthor(List<PlannedNotification> planned) {
        Batch batch = new Batch();
        planned.forEach(one -> batch.add(one, false));
        batch.accept();
    }

    /**
     * Accepts what follows a message that has arrived, which is as much as there was room for before, or a message to one
     * person, as far as the outbox has room for that.
     */
    public void acceptFollowUp(PlannedNotification planned) {
        Notification notification = planned.notification();
        if (notification.recipient() != null && !room.admits(planned, 0)) {
            return;
        }
        accept(
                planned,
                notification.recipient() != null && notification instanceof BuildNews news && news.postsBuild());
    }

    /** Accepts the content of a delivery that has failed once more, as a new delivery. @return false where that was done before */
    public boolean acceptAgain(Delivery lost) {
        return accept(List.of(lost.entry().copyWithId(copyOf(lost, "again"), clock.instant())))
                .get(0);
    }

    /**
     * Accepts a notification that a person sends to another channel, as a new delivery.
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
        return NameUuid.of(original.entry().id() + ' ' + how).toString();
    }

    private boolean accept(PlannedNotification planned, boolean foldable) {
        Batch batch = new Batch();
        batch.add(planned, foldable);
        return !batch.accept().isEmpty();
    }

    /** Notifications that one thread hands over together. */
    private final class Batch {
        private final Map<String, PlannedNotification> planned = new LinkedHashMap<>();
        private final Map<String, Entry> entries = new LinkedHashMap<>();

        int size() {
            return entries.size();
        }

        void add(PlannedNotification one, boolean foldable) {
            String id = one.id();
            Notification notification = one.notification();
            index.add(notification, id);
            boolean isUpload = notification instanceof FileUpload;
            Optional<Delivery> earlier = isUpload ? Optional.empty() : waitingBefore(notification);
            SendOrder order = new SendOrder(
                    earlier.flatMap(it -> laneOf(it, notification))
                            .orElseGet(() -> lanes.find(notification).name()),
                    isUpload ? id : sequence(notification, earlier),
                    notification.event().key().job(),
                    notification.severity().ordinal(),
                    foldable,
                    isLasting(id, notification));
            if (planned.putIfAbsent(id, one) == null) {
                entries.put(id, new Entry(id, order, clock.instant(), NotificationCodec.write(notification)));
            }
        }

        /**
         * Whether it corrects a message that is there, and would say for ever what is no longer true. How far a build is, is not: the
         * next change says it, or the end.
         */
        private boolean isLasting(String id, Notification notification) {
            return notification.changesMessage()
                    && !DeliveryIds.isProgress(id)
                    && notification
                            .earlierDelivery()
                            .flatMap(outbox::stateOf)
                            .filter(state -> state.hasArrived() || state.mayHaveArrived())
                            .isPresent();
        }

        /** The message that a notification answers, while that waits, or is to be handed over with it. */
        private Optional<Delivery> waitingBefore(Notification notification) {
            return notification
                    .earlierDelivery()
                    .flatMap(id -> outbox.stateOf(id)
                            .map(state -> state.isFinished() ? Optional.<Delivery>empty() : unfinished(id))
                            .orElseGet(() ->
                                    Optional.ofNullable(entries.get(id)).map(entry -> Delivery.accepted(entry, 0))));
        }

        private Optional<Delivery> unfinished(String id) {
            return outbox.find(id).filter(delivery -> !delivery.state().isFinished());
        }

        /** @return those that the outbox did not know before */
        List<PlannedNotification> accept() {
            List<PlannedNotification> all = List.copyOf(planned.values());
            List<Boolean> isNew = Intake.this.accept(List.copyOf(entries.values()));
            List<PlannedNotification> accepted = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                PlannedNotification one = all.get(i);
                if (isNew.get(i)) {
                    accepted.add(one);
                } else {
                    outbox.find(one.id()).ifPresent(known -> {
                        // What was accepted counts, and not what was handed over once more under its id.
                        Notification first = NotificationCodec.read(known).orElse(one.notification());
                        index.add(first, one.id(), known.position());
                    });
                }
            }
            return accepted;
        }
    }

    private List<Boolean> accept(List<Entry> entries) {
        // Counted first: on another thread they can be sent, and no longer counted, before this one goes on.
        entries.forEach(entry -> backlog.add(entry.order().share(), entry.id()));
        List<Boolean> isNew = outbox.acceptAll(entries);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (isNew.get(i)) {
                observers.handedOver();
            } else {
                outbox.find(entry.id())
                        .ifPresentOrElse(
                                backlog::changed,
                                () -> backlog.remove(entry.order().share(), entry.id()));
            }
        }
        return isNew;
    }

    /** An answer to a message of another build that waits stays behind that, however urgent it is: it cannot go before. */
    private static String sequence(Notification notification, Optional<Delivery> earlier) {
        return earlier.map(it -> it.entry().sequence())
                .orElseGet(() -> DeliveryIds.conversation(notification.event().key()));
    }

    /**
     * The lane of an earlier message to the same place, whatever it is named: what is in two lanes has no order. The credential may have
     * been another folder's then.
     */
    private static Optional<String> laneOf(Delivery earlier, Notification notification) {
        return NotificationCodec.read(earlier)
                .filter(it -> it.lane().equals(notification.lane()))
                .map(unused -> earlier.entry().lane());
    }
}
