package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.time.Duration;

/** The times for which tests wait for what has to come. Who waits goes on as soon as it does, so that only a failure takes so long. */
public final class Timeouts {
    /** For the slowest machine, and one that stands still for a while. */
    public static final Duration LONG = Duration.ofMinutes(3);

    /** A start of Jenkins, or a build. */
    static final Duration VERY_LONG = Duration.ofMinutes(10);

    private Timeouts() {}
}
