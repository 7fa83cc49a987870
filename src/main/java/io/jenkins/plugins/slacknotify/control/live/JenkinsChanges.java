package io.jenkins.plugins.slacknotify.control.live;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes in Jenkins of which a {@link LiveView} may show something.
 *
 * <p>Jenkins tells of them on threads of builds and of requests, and holds the lock of its queue for some. So the count asks Jenkins for
 * nothing, not even for an extension: the first who asks for one makes it, and what that reads from disk the queue would wait for.
 */
public final class JenkinsChanges {
    private static final AtomicLong COUNT = new AtomicLong();

    private JenkinsChanges() {}

    /** Notes that something has changed. */
    static void note() {
        COUNT.incrementAndGet();
    }

    /** Returns the number of changes since the start of Jenkins. */
    public static long count() {
        return COUNT.get();
    }
}
