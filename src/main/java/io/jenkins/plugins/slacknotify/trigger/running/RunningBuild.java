package io.jenkins.plugins.slacknotify.trigger.running;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.store.Host;
import java.time.Instant;

/**
 * The record of a build that runs, so that it can be reported if Jenkins ends before it. The names are those in the file.
 *
 * @param job the full name that its job had at its start
 * @param number its number
 * @param startedAt when it started, in milliseconds since 1970
 * @param jobName the job's name for people
 * @param buildName the build's name for people
 * @param host the {@linkplain Host#name() name} of the machine on which it started; null where an earlier version has not written it
 * @param boot the {@linkplain Host#boot() boot} of that machine; null where that is not known
 */
record RunningBuild(
        String job,
        int number,
        long startedAt,
        String jobName,
        String buildName,
        @CheckForNull String host,
        @CheckForNull String boot) {
    RunningBuild {
        requireNonNull(job, "job");
        requireNonNull(jobName, "jobName");
        requireNonNull(buildName, "buildName");
    }

    BuildKey key() {
        return new BuildKey(job, number, Instant.ofEpochMilli(startedAt));
    }

    /** Whether another machine has started the build, whose home was copied or is shared. The build may still run there. */
    boolean isOfAnother(Host here) {
        return host != null && !new Host(host, boot).isSame(here);
    }
}
