package io.jenkins.plugins.slacknotify.event;

import io.jenkins.plugins.slacknotify.event.build.Outcome;

/** The trend of a job: how the outcome of a build compares with the verdict before it. */
public enum Trend {
    /** No older build of the job has a verdict. */
    FIRST,
    /** As good as before, or nothing that changes what is known about the job. */
    SAME,
    /** Good again after a bad verdict. */
    FIXED,
    /** Worse than the verdict before, from good to bad or from unstable to failed. */
    REGRESSED,
    /** Bad, and not worse than the verdict before. */
    STILL_FAILING;

    /**
     * Compares the outcome of a build with the earlier builds of its job.
     *
     * <p>A build that was aborted or not built is {@link #SAME}. So is a build that a newer one has overtaken: people
     * know the newer verdict already, and an older build that completes late must not announce it
     * fixed or broken.
     *
     * <p>Two builds that complete at the same moment may ask in either order, as long as each counts as completed for the
     * other before it asks; Jenkins marks a build completed before it calls the run listeners. Neither is then falsely
     * {@link #FIXED}. What this cannot do is make up for the silence of the older one: where both are good after a bad
     * verdict, both are {@link #SAME}, and where both are bad after a good one, the newer is {@link #STILL_FAILING}.
     */
    public static Trend of(Outcome outcome, BuildHistory history) {
        if (!outcome.isVerdict() || history.isOvertaken()) {
            return SAME;
        }
        return history.lastVerdict().map(last -> between(last, outcome)).orElse(FIRST);
    }

    private static Trend between(Outcome last, Outcome now) {
        if (!now.isBad()) {
            return last.isBad() ? FIXED : SAME;
        }
        return now.isWorseThan(last) ? REGRESSED : STILL_FAILING;
    }
}
