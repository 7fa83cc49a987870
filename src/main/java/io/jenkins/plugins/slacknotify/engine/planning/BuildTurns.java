package io.jenkins.plugins.slacknotify.engine.planning;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.thread.KeyedLocks;

/**
 * The turns of the threads that have news of one build, such as branches of a pipeline and the end of the build: one thread at a
 * time looks for the message of the build and hands its own news over, so that the next one finds that. No build waits for another
 * one.
 *
 * <p>Safe for use by many threads.
 */
public final class BuildTurns {
    private final KeyedLocks<BuildKey> builds = new KeyedLocks<>();

    /**
     * Waits until no other thread has the turn of a build, and takes it. A thread that has it may take it again.
     *
     * @return the turn, which ends when that is closed
     */
    public KeyedLocks.Held take(BuildKey build) {
        return builds.lock(build);
    }
}
