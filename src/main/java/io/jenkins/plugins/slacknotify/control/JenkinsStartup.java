package io.jenkins.plugins.slacknotify.control;

import hudson.init.InitMilestone;
import java.time.Duration;
import java.time.Instant;
import jenkins.model.Jenkins;

/**
 * Waits until Jenkins has started. Requests that were left by a crash are handled as soon as the jobs are loaded, but Jenkins
 * reads its queue later: before that, nobody knows what waits in it.
 */
public final class JenkinsStartup {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 100;

    private JenkinsStartup() {}

    /** Blocks the caller's thread. @throws IllegalStateException where that takes too long, or Jenkins stops */
    public static void await() {
        Instant deadline = Instant.now().plus(TIMEOUT);
        while (Jenkins.get().getInitLevel() != InitMilestone.COMPLETED) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Jenkins has not started yet");
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Jenkins stops", e);
            }
        }
    }
}
