package io.jenkins.plugins.slacknotify.event.build;

/** The outcome of a build, from best to worst in the order in which Jenkins ranks its results. */
public enum Outcome {
    SUCCESS,
    UNSTABLE,
    FAILURE,
    /** The build did not run, for example a stage that an earlier failure skipped. */
    NOT_BUILT,
    /** Somebody or something stopped the build. */
    ABORTED;

    /**
     * Whether this outcome judges what was built. {@link #ABORTED} and {@link #NOT_BUILT} do not: they say nothing about
     * the state of the code, so they neither break nor fix a job.
     */
    public boolean isVerdict() {
        return this == SUCCESS || isBad();
    }

    public boolean isBad() {
        return this == UNSTABLE || this == FAILURE;
    }

    public boolean isWorseThan(Outcome other) {
        return compareTo(other) > 0;
    }
}
