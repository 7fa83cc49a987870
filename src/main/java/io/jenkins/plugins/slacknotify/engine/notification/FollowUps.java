package io.jenkins.plugins.slacknotify.engine.notification;

/**
 * The port through which a sent message puts what follows it into the outbox: the pages of its thread, its file, or the
 * messages to the people whom a lookup found.
 */
@FunctionalInterface
public interface FollowUps {
    /** Takes a notification over, on disk before it returns. Does nothing where the outbox knows the id. */
    void add(PlannedNotification notification);
}
