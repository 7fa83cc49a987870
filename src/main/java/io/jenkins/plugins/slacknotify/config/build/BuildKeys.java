package io.jenkins.plugins.slacknotify.config.build;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.time.Instant;

/**
 * Makes the keys by which the engine knows the runs of Jenkins. A key names a build in what is stored, so whatever makes one of a run has
 * to make the same: it is made here alone.
 */
public final class BuildKeys {
    private BuildKeys() {}

    /**
     * Returns the key of a run, with the name that its job has now. What is stored has the name of before a move, see
     * {@link io.jenkins.plugins.slacknotify.engine.history.JobHistory#original}.
     */
    public static BuildKey of(Run<?, ?> run) {
        return new BuildKey(run.getParent().getFullName(), run.getNumber(), startedAt(run));
    }

    /** Returns when a run began to run, which is not when it was scheduled. */
    public static Instant startedAt(Run<?, ?> run) {
        return Instant.ofEpochMilli(run.getStartTimeInMillis());
    }
}
