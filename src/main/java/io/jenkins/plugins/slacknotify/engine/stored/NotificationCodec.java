package io.jenkins.plugins.slacknotify.engine.stored;

import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.util.List;
import java.util.Optional;

/** Writes notifications as payloads of the outbox and reads them, those of all earlier versions included. */
public final class NotificationCodec {
    /** In characters. Each of the payloads that wait is written, read and held as a whole. */
    static final int MAX_LENGTH = 250_000;

    private static final int SELECTED = 20;

    private NotificationCodec() {}

    /**
     * The payload of a notification. Holds no secret.
     *
     * <p>Each text of a build is bounded by itself. Where all of them together are more than a payload holds, the newest changes
     * and the first people are stored, and the others left out.
     */
    public static String write(Notification notification) {
        String whole = JsonCodec.write(StoredNotificationWriter.write(notification));
        return whole.length() <= MAX_LENGTH
                ? whole
                : JsonCodec.write(StoredNotificationWriter.write(notification, NotificationCodec::select));
    }

    private static BuildEvent select(BuildEvent event) {
        List<Change> changes = event.changes();
        List<Participant> people = event.participants();
        return event.toBuilder()
                .changes(changes.subList(Math.max(0, changes.size() - SELECTED), changes.size()))
                .participants(people.subList(0, Math.min(SELECTED, people.size())))
                .build();
    }

    /** The notification of a delivery; empty where this version of the plugin cannot read it. */
    public static Optional<Notification> read(Delivery delivery) {
        try {
            return Optional.of(read(delivery.entry().payload()));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** @throws RuntimeException where this version of the plugin cannot read it */
    static Notification read(String payload) {
        return JsonCodec.read(payload, StoredNotification.class).toNotification();
    }

    public static <N extends Notification> Optional<N> read(Delivery delivery, Class<N> kind) {
        return read(delivery).filter(kind::isInstance).map(kind::cast);
    }
}
