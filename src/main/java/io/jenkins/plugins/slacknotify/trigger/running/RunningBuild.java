package io.jenkins.plugins.slacknotify.trigger.running;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.time.Instant;

/**
 * What is stored of a build while it runs, so that it can be reported if Jenkins ends before it. The names are those in the file.
 *
 * @param job the full name that its job had at its start
 * @param number its number
 * @param startedAt when it started, in milliseconds since 1970
 * @param jobName the job's name for people
 * @param buildName the build's name for people
 */
record RunningBuild(String job, int number, long startedAt, String jobName, String buildName) {
    RunningBuild {
        requireNonNull(job, "job");
        requireNonNull(jobName, "jobName");
        requireNonNull(buildName, "buildName");
    }

    BuildKey key() {
        return new BuildKey(job, number, Instant.ofEpochMilli(startedAt));
    }
}
