package io.jenkins.plugins.slacknotify.engine.planning;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The turns of the threads that have news of one build, such as branches of a pipeline and the end of the build: one thread at a
 * time looks for the message of the build and hands its own news over, so that the next one finds that. No build waits for another
 * one.
 *
 * <p>Safe for use by many threads.
 */
public final class BuildTurns {
    private final Map<BuildKey, Shared> builds = new HashMap<>();

    /** The lock of one build, for as long as any thread holds it or waits for it. */
    private static final class Shared {
        private final ReentrantLock lock = new ReentrantLock();
        private int threads;
    }

    /** A thread's turn; ends with {@link #close}. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until no other thread has the turn of a build, and takes it. A thread that has it may take it again. */
    public Turn take(BuildKey build) {
        Shared shared = enter(build);
        shared.lock.lock();
        return () -> {
            shared.lock.unlock();
            leave(build, shared);
        };
    }

    private synchronized Shared enter(BuildKey build) {
        Shared shared = builds.computeIfAbsent(build, unused -> new Shared());
        shared.threads++;
        return shared;
    }

    private synchronized void leave(BuildKey build, Shared shared) {
        shared.threads--;
        if (shared.threads == 0) {
            builds.remove(build);
        }
    }

    /** The number of builds of which any thread has the turn. */
    synchronized int size() {
        return builds.size();
    }
}
