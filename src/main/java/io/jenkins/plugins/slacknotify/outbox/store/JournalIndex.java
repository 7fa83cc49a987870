package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.journal.LinePosition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The index of a journal: for each delivery, the position of the line that counts. Many threads read it, one at a time
 * changes it.
 */
final class JournalIndex {
    private final Map<String, IndexedDelivery> deliveries = new ConcurrentHashMap<>();
    private final Consumer<LinePosition> spent;

    /** @param spent receives the position of each line that counts no more */
    JournalIndex(Consumer<LinePosition> spent) {
        this.spent = spent;
    }

    boolean contains(String id) {
        return deliveries.containsKey(id);
    }

    @CheckForNull
    IndexedDelivery get(String id) {
        return deliveries.get(id);
    }

    /** Applies a line that has been written. */
    void apply(JournalLine line, LinePosition position) {
        if (line.purpose() == JournalLine.Purpose.FORGET) {
            forget(line.id(), position);
        } else {
            remember(line.id(), line.indexed(position));
        }
    }

    void remember(String id, IndexedDelivery indexed) {
        release(deliveries.put(id, indexed));
    }

    /** @param position of the line that says so, and counts for nothing else */
    void forget(String id, LinePosition position) {
        release(deliveries.remove(id));
        spent.accept(position);
    }

    private void release(@CheckForNull IndexedDelivery before) {
        if (before != null) {
            spent.accept(before.position());
        }
    }

    /** Returns whether a line is still to be written. */
    boolean isDue(JournalLine line) {
        return line.expected() == null || deliveries.get(line.id()) == line.expected();
    }

    /** Returns the ids of what is not finished, as far as that is known. */
    List<String> unfinished() {
        return deliveries.entrySet().stream()
                .filter(entry -> entry.getValue().finishedAt() == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Map.Entry<String, IndexedDelivery>> newestFinished() {
        Comparator<Map.Entry<String, IndexedDelivery>> byTime =
                Comparator.comparing(entry -> entry.getValue().finishedAt());
        return deliveries.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .filter(entry -> entry.getValue().finishedAt() != null)
                .sorted(byTime.reversed())
                .toList();
    }

    /** Returns the deliveries whose lines stand in one segment. */
    Map<String, IndexedDelivery> inSegment(int segment) {
        Map<String, IndexedDelivery> found = new HashMap<>();
        deliveries.forEach((id, indexed) -> {
            if (indexed.position().segment() == segment) {
                found.put(id, indexed);
            }
        });
        return found;
    }

    int foreign() {
        return (int)
                deliveries.values().stream().filter(IndexedDelivery::foreign).count();
    }
}
