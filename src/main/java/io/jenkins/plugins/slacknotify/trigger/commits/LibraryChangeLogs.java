package io.jenkins.plugins.slacknotify.trigger.commits;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import hudson.scm.SCM;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The change logs of pipeline libraries that a build has checked out, by the ids of their commits. A pipeline keeps them among its
 * own, but the library's authors have changed nothing of the job. It is stored with the build.
 *
 * <p>A library may lie in the repository of the job. Its log is the job's then: the git plugin sees no change any more when the same
 * build checks out that repository a second time.
 */
final class LibraryChangeLogs extends InvisibleAction {
    private final List<List<String>> logs = new ArrayList<>();

    /** The repository of each log; null in builds of earlier versions. */
    private List<String> repositories = new ArrayList<>();

    /** The repositories that the job itself has checked out; null in builds of earlier versions. */
    private List<String> ownRepositories = new ArrayList<>();

    private LibraryChangeLogs copy() {
        LibraryChangeLogs copy = new LibraryChangeLogs();
        copy.logs.addAll(logs);
        copy.repositories = paddedRepositories();
        copy.ownRepositories = new ArrayList<>(ownRepositories());
        return copy;
    }

    static void add(Run<?, ?> run, SCM scm, ChangeLogSet<?> log) {
        List<String> ids = ids(log);
        change(run, noted -> {
            noted.logs.add(ids);
            noted.repositories.add(name(scm));
        });
    }

    /** Notes that the job itself has checked a repository out. */
    static void addOwn(Run<?, ?> run, SCM scm) {
        String repository = name(scm);
        LibraryChangeLogs noted = StoredActions.find(run, LibraryChangeLogs.class);
        if (!repository.isEmpty() && (noted == null || !noted.ownRepositories().contains(repository))) {
            change(run, changed -> changed.ownRepositories.add(repository));
        }
    }

    private static synchronized void change(Run<?, ?> run, Consumer<LibraryChangeLogs> change) {
        LibraryChangeLogs noted = StoredActions.find(run, LibraryChangeLogs.class);
        LibraryChangeLogs changed = noted == null ? new LibraryChangeLogs() : noted.copy();
        change.accept(changed);
        run.replaceAction(changed);
    }

    static <T extends ChangeLogSet<?>> List<T> without(Run<?, ?> run, List<T> all) {
        LibraryChangeLogs noted = StoredActions.find(run, LibraryChangeLogs.class);
        return noted == null ? all : without(noted.ofLibrariesAlone(), all);
    }

    static <T extends ChangeLogSet<?>> List<T> without(List<List<String>> ofLibraries, List<T> all) {
        if (ofLibraries.isEmpty()) {
            return all;
        }
        List<List<String>> left = new ArrayList<>(ofLibraries);
        return all.stream().filter(log -> !left.remove(ids(log))).toList();
    }

    private List<List<String>> ofLibrariesAlone() {
        List<String> of = paddedRepositories();
        return IntStream.range(0, logs.size())
                .filter(log -> !ownRepositories().contains(of.get(log)))
                .mapToObj(logs::get)
                .toList();
    }

    /** The repository of each log; empty where an earlier version has noted none. */
    private List<String> paddedRepositories() {
        List<String> names = new ArrayList<>(repositories == null ? List.of() : repositories);
        while (names.size() < logs.size()) {
            names.add("");
        }
        return names;
    }

    private List<String> ownRepositories() {
        return ownRepositories == null ? List.of() : ownRepositories;
    }

    private static List<String> ids(ChangeLogSet<?> log) {
        EntryReader reader = new EntryReader();
        return StreamSupport.stream(log.spliterator(), false)
                .map(entry -> String.valueOf(reader.<String>read(entry::getCommitId, null)))
                .toList();
    }

    /**
     * Returns the name that stands for a repository. An address may hold a password, so it is not kept. Empty for a kind of source code
     * management that does not tell its repositories apart.
     */
    private static String name(SCM scm) {
        String key = scm.getKey();
        return key.equals(scm.getType()) ? "" : Integer.toHexString(key.hashCode());
    }
}
