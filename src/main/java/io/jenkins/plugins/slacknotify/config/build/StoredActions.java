package io.jenkins.plugins.slacknotify.config.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * The actions that are stored with a run. Jenkins' own look-up by a type also asks every {@code TransientActionFactory} that may make one
 * of it, and those of the tabs of a build's page may make anything: a build would wait for them, at its end some fifty times.
 */
public final class StoredActions {
    private StoredActions() {}

    /** Returns the first stored action of a type; null where there is none. */
    @CheckForNull
    public static <T extends Action> T find(Run<?, ?> run, Class<T> type) {
        for (Action action : all(run)) {
            if (type.isInstance(action)) {
                return type.cast(action);
            }
        }
        return null;
    }

    /** Returns the stored actions of a type, in their order. */
    public static <T extends Action> List<T> all(Run<?, ?> run, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Action action : all(run)) {
            if (type.isInstance(action)) {
                found.add(type.cast(action));
            }
        }
        return found;
    }

    /**
     * Returns the stored actions of a build. The method of Jenkins is deprecated for callers who would miss the actions that are not
     * stored.
     */
    @SuppressWarnings("deprecation")
    private static List<? extends Action> all(Run<?, ?> run) {
        return run.getActions();
    }
}
