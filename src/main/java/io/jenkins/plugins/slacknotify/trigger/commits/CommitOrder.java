package io.jenkins.plugins.slacknotify.trigger.commits;

import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Orders the commits of change logs, the oldest first. */
final class CommitOrder {
    /** The identity of a commit, by which two entries are one. Subversion's ids are numbers, which other repositories have as well. */
    private record Key(String id, Person author, String summary) {
        /** The id tells nearly all of them apart, and a text keeps its hash. */
        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** A commit with the latest date of those up to it in its log, which is its own unless a date goes back. */
    private record Timed(Instant at, Commit commit) {}

    private CommitOrder() {}

    /**
     * Turns a change log round that begins with the newest.
     *
     * <p>Jenkins asks plugins for that order (Javadoc of {@code ChangeLogSet}), and those of Subversion and Mercurial keep to it. Others do
     * the opposite, as the git plugin does, so the dates decide where there are any. Apart from that, each log stays as it is: its
     * source control knows better than the dates, which go back where somebody moves old commits.
     */
    static List<Commit> oldestFirst(List<Commit> log) {
        if (isOldestFirst(log)) {
            return log;
        }
        List<Commit> turned = new ArrayList<>(log);
        Collections.reverse(turned);
        return turned;
    }

    private static boolean isOldestFirst(List<Commit> log) {
        int later = 0;
        for (int index = 1; index < log.size(); index++) {
            Instant before = log.get(index - 1).at();
            Instant at = log.get(index).at();
            later += before == null || at == null ? 0 : Integer.signum(at.compareTo(before));
        }
        return later > 0;
    }

    /**
     * Joins the change logs of a build. A commit that is in several of them is there once: a pipeline that checks a repository out more
     * than once may have it in each log. Logs whose commits all have dates are merged by these; otherwise one follows the other.
     *
     * @param logs each with its oldest commit first
     */
    static List<Commit> join(List<List<Commit>> logs) {
        Set<Key> seen = new HashSet<>();
        List<Timed> joined = new ArrayList<>();
        boolean dated = true;
        for (List<Commit> log : logs) {
            Instant latest = Instant.MIN;
            for (Commit commit : log) {
                Instant at = commit.at();
                dated &= at != null;
                latest = at == null || at.isBefore(latest) ? latest : at;
                if (isNew(commit, seen)) {
                    joined.add(new Timed(latest, commit));
                }
            }
        }
        if (dated) {
            joined.sort(Comparator.comparing(Timed::at));
        }
        return joined.stream().map(Timed::commit).toList();
    }

    private static boolean isNew(Commit commit, Set<Key> seen) {
        String id = commit.id();
        return id == null || seen.add(new Key(id, commit.author(), commit.summary()));
    }
}
