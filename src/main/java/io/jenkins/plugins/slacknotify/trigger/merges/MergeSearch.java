package io.jenkins.plugins.slacknotify.trigger.merges;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds which commits of a branch came with a state of the primary branch that was good. Asks git, and guesses nothing. */
final class MergeSearch {
    /** The most good commits that are tried: each costs one or two calls of git. */
    private static final int MAX_ASKED = 10;

    @FunctionalInterface
    interface History {
        /**
         * Returns the ids of the commits in a range, merges included.
         *
         * @param range such as {@code from..to}: what {@code to} has and {@code from} has not
         * @throws RuntimeException where the range names a commit that the repository does not have
         */
        List<String> list(String range) throws InterruptedException;
    }

    private final History history;

    MergeSearch(History history) {
        this.history = history;
    }

    /**
     * Returns the commits that the newest of several good states has, if the branch contains that state as a whole.
     *
     * @param head the commit of the branch that is built
     * @param log the ids in the change log of the build
     * @param good the commits of the primary branch that were built and good, the newest first
     * @return empty where git cannot tell, too
     */
    Set<String> merged(String head, Set<String> log, List<String> good) throws InterruptedException {
        for (String state : good.subList(0, Math.min(good.size(), MAX_ASKED))) {
            if (isContained(state, head)) {
                List<String> own = history.list(state + ".." + head);
                // A client that knows no ranges would leave everybody out. And where the branch has nothing of its own,
                // nobody is left.
                if (!own.contains(head)) {
                    return Set.of();
                }
                Set<String> merged = new HashSet<>(log);
                own.forEach(merged::remove);
                return merged;
            }
        }
        return Set.of();
    }

    private boolean isContained(String state, String head) throws InterruptedException {
        try {
            return history.list(head + ".." + state).isEmpty();
        } catch (RuntimeException unknown) {
            // The workspace may have no other branch: what it has not got was not merged.
            return false;
        }
    }
}
