package io.jenkins.plugins.slacknotify.config.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.util.Optional;

/**
 * A build's job and run as far as they are still there, while a notification of the build waits. A job that has taken the name of a
 * job that was deleted or renamed is another one, and has neither its rights nor its builds.
 *
 * @param job the job
 * @param run null where it was deleted
 */
public record CurrentBuild(Job<?, ?> job, @CheckForNull Run<?, ?> run) {
    public CurrentBuild {
        requireNonNull(job, "job");
    }

    /** Finds the job of a build, and its run. Empty where there is no such job, or the user of this thread may not see it. */
    public static Optional<CurrentBuild> find(BuildKey build) {
        Job<?, ?> job = OwnerJob.find(build.job());
        return job == null ? Optional.empty() : find(job, build);
    }

    /** Finds the run of a build of a job. Empty where the job cannot have had that build, as it has only taken the name. */
    public static Optional<CurrentBuild> find(Job<?, ?> job, BuildKey build) {
        Run<?, ?> run = job.getBuildByNumber(build.build());
        if (run != null) {
            return startedAt(run) == build.startedAt().toEpochMilli()
                    ? Optional.of(new CurrentBuild(job, run))
                    : Optional.empty();
        }
        return mayHaveHad(job, build) ? Optional.of(new CurrentBuild(job, null)) : Optional.empty();
    }

    /**
     * Whether a build that Jenkins does not have any more fits between the builds that it has. A job that was made anew counts from 1
     * again, and has later builds only.
     */
    private static boolean mayHaveHad(Job<?, ?> job, BuildKey build) {
        long start = build.startedAt().toEpochMilli();
        Run<?, ?> before = job.getNearestOldBuild(build.build());
        Run<?, ?> after = job.getNearestBuild(build.build());
        return build.build() < job.getNextBuildNumber()
                && (before == null || startedAt(before) <= start)
                && (after == null || startedAt(after) >= start);
    }

    private static long startedAt(Run<?, ?> run) {
        return run.getStartTimeInMillis();
    }
}
