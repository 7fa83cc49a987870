package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.scm.ChangeLogSet;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the entries of one change log. A plugin may throw where an entry lacks something, and some return null for an author or
 * a message against the contract of Jenkins. Then that value is missing, and neither the rest of the entry nor any other entry.
 *
 * <p>For use by one thread.
 */
final class EntryReader {
    private static final Logger LOGGER = Logger.getLogger(EntryReader.class.getName());

    @CheckForNull
    private Throwable first;

    private int faults;

    /**
     * Returns the value that a call for a part of an entry returns.
     *
     * @param otherwise the value where the call returns null or throws
     */
    <T> T read(Supplier<? extends T> call, T otherwise) {
        try {
            T value = call.get();
            return value == null ? otherwise : value;
        } catch (RuntimeException | Error e) {
            first = first == null ? e : first;
            faults++;
            return otherwise;
        }
    }

    /**
     * Logs the faults so far as one, because a plugin that fails with one entry may fail with a thousand.
     *
     * @param what the name of what was read of the change log
     */
    void report(String what, ChangeLogSet<?> log) {
        if (first != null) {
            LOGGER.log(
                    Level.WARNING,
                    first,
                    () -> "Could not read all " + what + " in a change log of " + log.getRun() + "; faults: " + faults);
        }
    }
}
