package io.jenkins.plugins.slacknotify.interaction.build;

import java.time.Instant;

/**
 * A job whose last verdict is bad.
 *
 * @param build the last bad build
 * @param since when the job became bad
 */
public record FailingJob(JobReference job, int build, Instant since) {}
