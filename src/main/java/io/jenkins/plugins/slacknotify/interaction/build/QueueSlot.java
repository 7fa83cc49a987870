package io.jenkins.plugins.slacknotify.interaction.build;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.time.Instant;
import java.util.Optional;

/**
 * A place in Jenkins' queue as something remembers it. Jenkins gives the numbers of its queue again after a crash, so the number alone does
 * not say which build is meant.
 *
 * @param id the number
 * @param since when the build came into the queue, to the millisecond, which Jenkins keeps over a restart
 */
public record QueueSlot(long id, Instant since) {
    /**
     * Returns what a button says that takes the build out. What is in the queue has no build yet, so the button names the number there as
     * the step, and when it came there as the start of a build.
     *
     * @param job the full name
     */
    public ButtonTarget target(String job) {
        return new ButtonTarget(new BuildKey(job, 1, since), String.valueOf(id));
    }

    /** Reads what a button says; empty where it names no number. */
    public static Optional<QueueSlot> of(ButtonTarget button) {
        try {
            return Optional.of(
                    new QueueSlot(Long.parseLong(button.node()), button.build().startedAt()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
