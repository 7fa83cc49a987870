package io.jenkins.plugins.slacknotify.engine.history;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.stored.HistoryCodec;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The names that jobs have had. A build belongs to its messages by the name of its job at its start, which never changes: that
 * follows from the build and the moves since, whoever asks and when.
 *
 * <p>Safe for use by many threads. Whoever changes something has the file {@linkplain LineLog#write written} afterwards.
 */
final class JobNames {
    /** The number of moves that are kept: more than are made in the weeks in which a message is changed. */
    private static final int KEPT = 2_000;

    private final LineLog file;

    /** The moves, the oldest first. The list is replaced and never changed. */
    private volatile List<JobMove> moves;

    /** The last move of this process, while reports of it are expected of all that it took along; null otherwise. */
    @CheckForNull
    private JobMove underWay;

    JobNames(LineLog file) {
        this.file = file;
        List<String> lines = file.read();
        moves = newest(lines.stream()
                .map(HistoryCodec::readMove)
                .flatMap(Optional::stream)
                .toList());
        if (moves.size() < lines.size()) {
            save();
        }
    }

    private static List<JobMove> newest(List<JobMove> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /** The key of a build by the name that its job had when it started. */
    BuildKey original(BuildKey build) {
        String name = build.job();
        List<JobMove> all = moves;
        for (ListIterator<JobMove> earlier = all.listIterator(all.size()); earlier.hasPrevious(); ) {
            JobMove move = earlier.previous();
            name = isLater(move, build) ? move.before(name) : name;
        }
        return named(build, name);
    }

    /** The key of a build by the name that its job has now; of a job that was deleted, by its last one. */
    BuildKey current(BuildKey original) {
        return named(original, current(original.job(), original.startedAt()));
    }

    /** The full name that an item has now which had that one at some time; of one that was deleted, its last one. */
    String current(String item, Instant asOf) {
        String name = item;
        for (JobMove move : moves) {
            name = move.at().isAfter(asOf) ? move.after(name) : name;
        }
        return name;
    }

    private static boolean isLater(JobMove move, BuildKey build) {
        return move.at().isAfter(build.startedAt());
    }

    private static BuildKey named(BuildKey build, String name) {
        return name.equals(build.job()) ? build : new BuildKey(name, build.build(), build.startedAt());
    }

    /**
     * Remembers a move.
     *
     * @return false where it is known already: it was reported before, or that of the folder around it was the last one
     */
    synchronized boolean add(JobMove move) {
        if (isKnown(move)) {
            return false;
        }
        underWay = move;
        List<JobMove> all = new ArrayList<>(moves);
        all.add(move);
        moves = newest(all);
        file.append(() -> HistoryCodec.write(move));
        if (moves.size() < all.size()) {
            save();
        }
        return true;
    }

    /**
     * Whether a move is one with the last. Another item can make the same move later, where the one that made it was deleted: a
     * copy takes a job's place under the same names time and again.
     */
    private boolean isKnown(JobMove move) {
        JobMove last = underWay;
        boolean isWithin = last != null && !last.from().equals(move.from());
        return isWithin && last.after(move.from()).equals(move.to()) || move.equals(last);
    }

    /** Learns that an item was deleted: what moves to a name in the place of it is another one. */
    synchronized void deleted(String item) {
        JobMove last = underWay;
        if (last != null && (JobMove.isWithin(item, last.to()) || JobMove.isWithin(last.to(), item))) {
            underWay = null;
        }
    }

    private void save() {
        file.replace(moves.stream()
                .map(move -> (Supplier<String>) () -> HistoryCodec.write(move))
                .toList());
    }
}
