package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.journal.LinePosition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Where the line stands that counts for each delivery. Read by many threads, changed by one at a time. */
final class JournalIndex {
    private final Map<String, IndexedDelivery> deliveries = new ConcurrentHashMap<>();
    private final Consumer<LinePosition> spent;

    /** @param spent is told of each line that counts no more */
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

    /** Takes over that a line has been written. */
    void apply(JournalLine line, LinePosition place) {
        if (line.purpose() == JournalLine.Purpose.FORGET) {
            forget(line.id(), place);
        } else {
            remember(line.id(), line.indexed(place));
        }
    }

    void remember(String id, IndexedDelivery known) {
        release(deliveries.put(id, known));
    }

    /** @param place of the line that says so, and counts for nothing else */
    void forget(String id, LinePosition place) {
        release(deliveries.remove(id));
        spent.accept(place);
    }

    private void release(@CheckForNull IndexedDelivery before) {
        if (before != null) {
            spent.accept(before.place());
        }
    }

    /** Whether the line is still to be written. */
    boolean isDue(JournalLine line) {
        return line.expected() == null || deliveries.get(line.id()) == line.expected();
    }

    /** The ids of what is not finished, as far as that is known. */
    List<String> unfinished() {
        return deliveries.entrySet().stream()
                .filter(entry -> entry.getValue().finishedAt() == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Map.Entry<String, IndexedDelivery>> newestFinished() {
        Comparator<Map.Entry<String, IndexedDelivery>> byMoment =
                Comparator.comparing(entry -> entry.getValue().finishedAt());
        return deliveries.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .filter(entry -> entry.getValue().finishedAt() != null)
                .sorted(byMoment.reversed())
                .toList();
    }

    /** What stands in one segment of the journal. */
    Map<String, IndexedDelivery> inSegment(int segment) {
        Map<String, IndexedDelivery> found = new HashMap<>();
        deliveries.forEach((id, known) -> {
            if (known.place().segment() == segment) {
                found.put(id, known);
            }
        });
        return found;
    }

    int foreign() {
        return (int)
                deliveries.values().stream().filter(IndexedDelivery::foreign).count();
    }
}
