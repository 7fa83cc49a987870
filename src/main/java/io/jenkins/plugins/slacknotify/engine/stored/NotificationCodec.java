package io.jenkins.plugins.slacknotify.engine.stored;

import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import java.util.Optional;

/** Writes notifications as payloads of the outbox and reads them, those of all earlier versions included. */
public final class NotificationCodec {
    private NotificationCodec() {}

    /** The payload of a notification. Holds no secret. */
    public static String write(Notification notification) {
        return JsonCodec.write(StoredNotificationWriter.write(notification));
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

    /** The notification of a delivery, where it is of a kind. */
    public static <N extends Notification> Optional<N> read(Delivery delivery, Class<N> kind) {
        return read(delivery).filter(kind::isInstance).map(kind::cast);
    }
}
