package io.jenkins.plugins.slacknotify.outbox.lane;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Deliveries in the order of their positions. Most of these queues have one delivery, and there are many of them, so a tree
 * is only there for more than one. Every operation costs the logarithm of the length at most. Not safe for threads.
 */
class PositionQueue {
    /** A queue to which nothing is added: most have nothing to hold. */
    static final PositionQueue EMPTY = new PositionQueue();

    @CheckForNull
    private Waiting first;

    /** The entries after the first; null where there are none. */
    @CheckForNull
    private TreeMap<Long, Waiting> others;

    /** Adds a delivery, or replaces the one at its position. */
    final void insert(Waiting waiting) {
        if (first == null || first.position() == waiting.position()) {
            first = waiting;
        } else if (waiting.position() < first.position()) {
            putBehind(first);
            first = waiting;
        } else {
            putBehind(waiting);
        }
    }

    private void putBehind(Waiting waiting) {
        if (others == null) {
            others = new TreeMap<>();
        }
        others.put(waiting.position(), waiting);
    }

    /** Removes the delivery at a position; returns it, or null where none is there. */
    @CheckForNull
    final Waiting take(long position) {
        if (first != null && first.position() == position) {
            Waiting removed = first;
            Map.Entry<Long, Waiting> next = others == null ? null : others.pollFirstEntry();
            first = next == null ? null : next.getValue();
            dropEmptyTree();
            return removed;
        }
        Waiting removed = others == null ? null : others.remove(position);
        dropEmptyTree();
        return removed;
    }

    private void dropEmptyTree() {
        if (others != null && others.isEmpty()) {
            others = null;
        }
    }

    final Optional<Waiting> head() {
        return Optional.ofNullable(first);
    }

    final Optional<Waiting> at(long position) {
        if (first != null && first.position() == position) {
            return Optional.of(first);
        }
        return Optional.ofNullable(others == null ? null : others.get(position));
    }

    final boolean hasNone() {
        return first == null;
    }

    final Stream<Waiting> inOrder() {
        return Stream.concat(Stream.ofNullable(first), others == null ? Stream.empty() : others.values().stream());
    }
}
