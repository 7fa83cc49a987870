package io.jenkins.plugins.slacknotify.trigger.commits;

import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import java.util.Optional;

/**
 * The change logs of builds that run. Each can be read when the build has got it, by another thread, so that the end of the build, which
 * holds an executor, need not read it: with a hundred commits that is the largest part of what the end asks for.
 *
 * <p>Safe for use by many threads.
 */
public final class RunningChangeLogs {
    private static final PrefetchCache<Run<?, ?>, ChangeLogSet<?>, ChangeLog> READ =
            new PrefetchCache<>(ChangeLog::read);

    private RunningChangeLogs() {}

    /**
     * Keeps a change log in memory until {@link #forget}, for somebody to read it: Jenkins keeps that of a freestyle build no longer
     * than until the next garbage collection, and parses it anew then. Reads nothing.
     *
     * @param run runs
     */
    public static void expect(Run<?, ?> run, ChangeLogSet<?> changes) {
        READ.expect(run, changes);
    }

    /** Reads a change log that is expected; does nothing where the build has been forgotten. Throws what other plugins throw. */
    public static void read(Run<?, ?> run, ChangeLogSet<?> changes) {
        READ.read(run, changes);
    }

    /** Returns the change log that was read; empty where that was not done. */
    static Optional<ChangeLog> find(Run<?, ?> run, ChangeLogSet<?> changes) {
        return READ.find(run, changes);
    }

    /** Forgets the change logs of a build that has ended. */
    public static void forget(Run<?, ?> run) {
        READ.forget(run);
    }
}
