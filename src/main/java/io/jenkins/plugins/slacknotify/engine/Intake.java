package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Entry;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Puts messages into the outbox: which others they wait behind, and which build they are of. Safe for use by many threads. */
final class Intake {
    private final Outbox outbox;
    private final RecentBuilds recent;
    private final Observers observers;
    private final InstantSource clock;

    /** @param recent is told to which build each message belongs */
    Intake(Outbox outbox, RecentBuilds recent, Observers observers, InstantSource clock) {
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
    boolean ofBuild(Draft draft) {
        return accept(draft, draft.notification().tellsOfBuild());
    }

    /** What a job has asked for. */
    void asAsked(Draft draft) {
        accept(draft, false);
    }

    /** What is said to one person, or follows a message that has arrived. */
    void following(Draft draft) {
        Notification notification = draft.notification();
        accept(draft, notification.recipient() != null && notification.tells());
    }

    /** The same as a new message. */
    void again(Delivery lost) {
        accept(lost.entry().renamed(UUID.randomUUID().toString(), clock.instant()));
    }

    private boolean accept(Draft draft, boolean foldable) {
        String id = draft.id();
        Notification notification = draft.notification();
        recent.add(notification, id);
        boolean isUpload = notification.isUpload();
        return accept(new Entry(
                id,
                isUpload
                        ? DeliveryIds.uploads(notification.destination())
                        : DeliveryIds.lane(notification.destination()),
                isUpload ? id : conversation(notification),
                notification.severity().ordinal(),
                foldable,
                clock.instant(),
                JsonCodec.write(notification)));
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
                .map(earlier -> earlier.entry().conversation())
                .orElseGet(() -> DeliveryIds.conversation(notification.event().key()));
    }
}
