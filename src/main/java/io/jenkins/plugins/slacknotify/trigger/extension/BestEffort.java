package io.jenkins.plugins.slacknotify.trigger.extension;

import hudson.ExtensionList;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedLog;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;

/**
 * Makes calls that may fail, such as those of other plugins and extensions, and logs their faults instead of throwing them.
 *
 * <p>They may be of any version and have any fault, and the text that they read comes from anybody. The call runs on the
 * thread of a build that must not suffer from it: whatever is thrown, errors of the virtual machine included, costs the
 * value and nothing else.
 */
public final class BestEffort {
    private static final GuardedLog LOGGER = GuardedLog.of(BestEffort.class);

    private BestEffort() {}

    /**
     * Returns the value that a call returns.
     *
     * @param what the name of the value, for the log
     * @return empty where the call fails, which is logged, or returns null
     */
    public static <T> Optional<T> read(String what, Supplier<? extends T> call) {
        return read(what, "", call);
    }

    /**
     * Returns the value that a call returns.
     *
     * @param what the first part of the name of the value, for the log
     * @param of the rest, which is made a text only where the call fails: a build makes some thirty calls at its end
     * @return empty where the call fails, which is logged, or returns null
     */
    public static <T> Optional<T> read(String what, Object of, Supplier<? extends T> call) {
        try {
            return Optional.ofNullable(call.get());
        } catch (Throwable e) {
            // Even a stack that overflows, as a regular expression does on a text that somebody has made for it, costs
            // no more.
            LOGGER.log(Level.WARNING, e, () -> "Could not read the " + what + nameOf(of));
            return Optional.empty();
        }
    }

    /**
     * Makes a call that returns nothing.
     *
     * @param act the first part of what the call does, for the log, such as {@code report the end of }
     * @param of the rest, which is made a text only where the call fails
     * @return whether the call has not failed; a fault is logged
     */
    public static boolean run(String act, Object of, Runnable call) {
        try {
            call.run();
            return true;
        } catch (Throwable e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not " + act + nameOf(of));
            return false;
        }
    }

    /** The name of a build, say, is made by its job, which is of another plugin, too. */
    private static String nameOf(Object of) {
        try {
            return of.toString();
        } catch (Throwable e) {
            return of.getClass().getName();
        }
    }

    /**
     * Asks the extensions of a type, one after the other, until one has a value.
     *
     * @param what the first part of the name of the value, and
     * @param of the rest, as {@link #read(String, Object, Supplier)} has them
     * @return empty where none has one
     */
    public static <E, T> Optional<T> first(
            Class<E> type, String what, Object of, Function<? super E, Optional<T>> call) {
        return ExtensionList.lookup(type).stream()
                .map(extension -> read(what, of, () -> call.apply(extension)))
                .flatMap(Optional::stream)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
