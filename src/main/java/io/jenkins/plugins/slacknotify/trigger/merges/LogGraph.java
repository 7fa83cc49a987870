package io.jenkins.plugins.slacknotify.trigger.merges;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The commits of a change log in the format of the git plugin, which is that of {@code git log --format=raw}, and how they follow each
 * other. Merges themselves are left out of it.
 *
 * @param ids the commits
 * @param parents the commits that they follow, in the log or not
 * @param roots how many of them follow a commit that is not in the log
 */
record LogGraph(Set<String> ids, Set<String> parents, int roots) {
    private static final String COMMIT = "commit ";
    private static final String PARENT = "parent ";

    LogGraph {
        ids = Set.copyOf(ids);
        parents = Set.copyOf(parents);
    }

    /** Reads the lines of a change log. Other lines than those of commits and parents do not count; those of messages are indented. */
    static LogGraph parse(Stream<String> lines) {
        Set<String> ids = new HashSet<>();
        Set<String> parents = new HashSet<>();
        lines.forEach(line -> {
            if (line.startsWith(COMMIT)) {
                ids.add(word(line, COMMIT));
            } else if (line.startsWith(PARENT)) {
                parents.add(word(line, PARENT));
            }
        });
        int roots =
                (int) parents.stream().filter(parent -> !ids.contains(parent)).count();
        return new LogGraph(ids, parents, roots);
    }

    private static String word(String line, String before) {
        return line.substring(before.length()).strip().split(" ", 2)[0];
    }

    /**
     * Whether each commit follows another one of the log, up to the commit that is built. Otherwise something was merged.
     *
     * @param head the commit that is built
     */
    boolean isLine(String head) {
        return ids.contains(head) && roots <= 1;
    }
}
