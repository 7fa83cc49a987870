package io.jenkins.plugins.slacknotify.interaction.build;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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

    /**
     * Returns the value of a button that takes it out; empty where it would be longer than Slack takes. What is in the queue has no build
     * yet, so the button names its number there as the step.
     */
    public Optional<String> takeOutValue() {
        return new ButtonTarget(new BuildKey(job.fullName(), 1, Instant.EPOCH), String.valueOf(id)).value();
    }
}
