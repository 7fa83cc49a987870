package io.jenkins.plugins.slacknotify.memory;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The log of one thing that is tried again and again, such as a write to a disk that is full: its first failure is a warning, and the
 * failures after that are fine messages until it has succeeded. Safe for use by many threads.
 */
public final class RecurringFailure {
    private final Logger logger;
    private final AtomicBoolean isKnown = new AtomicBoolean();

    public RecurringFailure(Logger logger) {
        this.logger = logger;
    }

    /** Logs that it has failed. */
    public void log(Throwable why, Supplier<String> message) {
        logger.log(isKnown.getAndSet(true) ? Level.FINE : Level.WARNING, why, message);
    }

    /** Notes that it has succeeded, so that its next failure is a warning again. */
    public void end() {
        isKnown.set(false);
    }
}
