package io.jenkins.plugins.slacknotify.trigger.extension;

import hudson.ExtensionList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks other plugins, which may be of any version and have any fault, on the thread of a build that must not suffer by it. */
public final class BestEffort {
    private static final Logger LOGGER = Logger.getLogger(BestEffort.class.getName());

    private BestEffort() {}

    /**
     * @param what it is about, for the log
     * @return empty where it failed, which is logged, or is null
     */
    public static <T> Optional<T> read(String what, Supplier<? extends T> question) {
        try {
            return Optional.ofNullable(question.get());
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read the " + what);
            return Optional.empty();
        }
    }

    /**
     * Asks the extensions of a kind, one after the other, until one knows.
     *
     * @param what as for {@link #read}
     * @return empty where none does
     */
    public static <E, T> Optional<T> first(Class<E> kind, String what, Function<? super E, Optional<T>> question) {
        return ExtensionList.lookup(kind).stream()
                .map(extension -> read(what, () -> question.apply(extension)))
                .flatMap(Optional::stream)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
