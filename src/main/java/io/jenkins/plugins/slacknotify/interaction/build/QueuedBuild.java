package io.jenkins.plugins.slacknotify.interaction.build;

import java.time.Duration;
import java.util.Optional;

/**
 * A job that waits in the queue.
 *
 * @param why what it waits for, in Jenkins' words, as plain text
 */
public record QueuedBuild(JobReference job, QueueSlot slot, Duration waiting, String why) {
    /** Returns the value of a button that takes it out; empty where it would be longer than Slack takes. */
    public Optional<String> takeOutValue() {
        return slot.target(job.fullName()).value();
    }
}
