package io.jenkins.plugins.slacknotify.engine;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Optional;

/**
 * One message to one destination, as it waits in the outbox: what is needed to write it, not what will be written.
 *
 * @param event the build that it tells of or comes from
 * @param text what the job's author wrote, in mrkdwn; null for the message that tells of the build itself
 * @param reply null for a message of its own
 * @param wantsPermalink whether somebody waits for the message's address
 */
record Notification(
        BuildEvent event,
        Severity severity,
        @CheckForNull String text,
        Destination destination,
        @CheckForNull Reply reply,
        boolean wantsPermalink) {

    Notification {
        requireNonNull(event, "event");
        requireNonNull(severity, "severity");
        requireNonNull(destination, "destination");
    }

    /** What a delivery holds; empty where this version of the plugin cannot read it. */
    static Optional<Notification> read(Delivery delivery) {
        try {
            return Optional.of(JsonCodec.read(delivery.entry().payload(), Notification.class));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
