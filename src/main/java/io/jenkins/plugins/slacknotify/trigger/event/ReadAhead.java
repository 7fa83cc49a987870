package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.model.Computer;
import hudson.model.Run;

/**
 * Reads, while a build runs, what its end will need of older builds, on another thread: one for all builds. So a build does not hold
 * its executor for that, unless it is over sooner: then it reads for itself.
 *
 * <p>Safe for use by many threads.
 */
public final class ReadAhead {
    /** Where more builds wait, the last ones read for themselves. */
    private static final int MOST_WAITING = 100;

    private static final SerialReader<Run<?, ?>> READER =
            new SerialReader<>(MOST_WAITING, Computer.threadPoolForRemoting, RunEvents::readAhead);

    private ReadAhead() {}

    /** Begins to read for a build that has started, and returns at once. Never throws. */
    public static void of(Run<?, ?> run) {
        READER.add(run);
    }
}
