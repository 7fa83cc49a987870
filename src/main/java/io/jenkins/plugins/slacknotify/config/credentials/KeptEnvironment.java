package io.jenkins.plugins.slacknotify.config.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Computer;
import java.lang.reflect.Field;

/**
 * The copy of the environment that Jenkins keeps of a computer. Jenkins makes it when something first asks, such as a pipeline with a
 * {@code node}, never reads it again, and gives it to each later build there (core 2.541.3).
 */
final class KeptEnvironment {
    private static final String FIELD = "cachedEnvironment";

    private KeptEnvironment() {}

    /**
     * Drops the copy, so that Jenkins makes another one of the environment as it is now.
     *
     * @param computer null where there is none yet, and so no copy
     * @return false where this Jenkins keeps it in another way
     */
    static boolean drop(@CheckForNull Computer computer) {
        return computer == null || drop(computer, Computer.class, FIELD);
    }

    static boolean drop(Object owner, Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            field.set(owner, null);
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }
}
