package io.jenkins.plugins.slacknotify.engine.notification;

/** The port through which an attempt to send puts further notifications into the outbox. */
@FunctionalInterface
public interface FollowUps {
    /** Takes a notification over, on disk before it returns. Does nothing where the outbox knows the id. */
    void add(PlannedNotification notification);
}
