package io.jenkins.plugins.slacknotify.trigger.commits;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The change logs of pipeline libraries that a build has checked out, by the ids of their commits. A pipeline keeps them among its
 * own, but the library's authors have changed nothing of the job. It is stored with the build.
 */
final class LibraryChangeLogs extends InvisibleAction {
    private final List<List<String>> logs = new ArrayList<>();

    /** Notes that a change log is that of a library. */
    static synchronized void add(Run<?, ?> run, ChangeLogSet<?> log) {
        LibraryChangeLogs noted = run.getAction(LibraryChangeLogs.class);
        LibraryChangeLogs changed = new LibraryChangeLogs();
        if (noted != null) {
            changed.logs.addAll(noted.logs);
        }
        changed.logs.add(ids(log));
        run.replaceAction(changed);
    }

    /** Returns the change logs that are not those of libraries. A library may lie in the repository of the job itself. */
    static <T extends ChangeLogSet<?>> List<T> without(Run<?, ?> run, List<T> all) {
        LibraryChangeLogs noted = run.getAction(LibraryChangeLogs.class);
        return noted == null ? all : without(noted.logs, all);
    }

    static <T extends ChangeLogSet<?>> List<T> without(List<List<String>> ofLibraries, List<T> all) {
        List<List<String>> left = new ArrayList<>(ofLibraries);
        return all.stream().filter(log -> !left.remove(ids(log))).toList();
    }

    private static List<String> ids(ChangeLogSet<?> log) {
        return StreamSupport.stream(log.spliterator(), false)
                .map(entry -> String.valueOf(entry.getCommitId()))
                .toList();
    }
}
