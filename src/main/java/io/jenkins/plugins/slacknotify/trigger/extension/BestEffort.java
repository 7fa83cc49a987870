package io.jenkins.plugins.slacknotify.trigger.extension;

import hudson.ExtensionList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Calls other plugins and extensions, and logs their faults instead of throwing them.
 *
 * <p>They may be of any version and have any fault, and the call runs on the thread of a build that must not suffer
 * from it.
 */
public final class BestEffort {
    private static final Logger LOGGER = Logger.getLogger(BestEffort.class.getName());

    private BestEffort() {}

    /**
     * Returns the value that a call returns.
     *
     * @param what the name of the value, for the log
     * @return empty where the call fails, which is logged, or returns null
     */
    public static <T> Optional<T> read(String what, Supplier<? extends T> call) {
        try {
            return Optional.ofNullable(call.get());
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read the " + what);
            return Optional.empty();
        }
    }

    /**
     * Asks the extensions of a type, one after the other, until one has a value.
     *
     * @param what the name of the value, for the log
     * @return empty where none has one
     */
    public static <E, T> Optional<T> first(Class<E> type, String what, Function<? super E, Optional<T>> call) {
        return ExtensionList.lookup(type).stream()
                .map(extension -> read(what, () -> call.apply(extension)))
                .flatMap(Optional::stream)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
