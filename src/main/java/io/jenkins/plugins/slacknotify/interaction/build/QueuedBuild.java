package io.jenkins.plugins.slacknotify.interaction.build;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A job that waits in the queue.
 *
 * @param id its number in the queue
 * @param why what it waits for, in Jenkins' words, as plain text
 */
public record QueuedBuild(JobReference job, long id, Duration waiting, String why) {
    public QueuedBuild {
        requireNonNull(job, "job");
        requireNonNull(waiting, "waiting");
        requireNonNull(why, "why");
    }
}
