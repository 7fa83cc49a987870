package io.jenkins.plugins.slacknotify.outbox.thread;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A log that never throws. Other plugins bring handlers of the log, which may fail, and there may be no memory for a line: whoever
 * has to go on after a fault goes on without it.
 */
public final class GuardedLog {
    private final Logger logger;

    private GuardedLog(Logger logger) {
        this.logger = logger;
    }

    public static GuardedLog of(Class<?> type) {
        return new GuardedLog(Logger.getLogger(type.getName()));
    }

    /**
     * Does a part of some work whose faults the other parts are not to suffer from. A fault of any kind is logged as a warning.
     *
     * @param failure says what has failed, for the log
     */
    public void guard(String failure, Runnable part) {
        try {
            part.run();
        } catch (Throwable e) {
            log(Level.WARNING, failure, e);
        }
    }

    /** @param why null where nothing was thrown */
    public void log(Level level, String message, @CheckForNull Throwable why) {
        log(level, why, () -> message);
    }

    /** @param why null where nothing was thrown */
    public void log(Level level, @CheckForNull Throwable why, Supplier<String> message) {
        try {
            // With the name of the class, which the log would take from the method that calls it.
            logger.logp(level, logger.getName(), null, why, message);
        } catch (Throwable e) {
            // Nobody is left to be told.
        }
    }
}
