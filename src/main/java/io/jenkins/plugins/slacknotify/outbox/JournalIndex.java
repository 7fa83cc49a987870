package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.journal.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Where the line stands that counts for each delivery. Read by many threads, changed by one at a time. */
final class JournalIndex {
    private final Map<String, Known> deliveries = new ConcurrentHashMap<>();
    private final Consumer<Place> spent;

    /** @param spent is told of each line that counts no more */
    JournalIndex(Consumer<Place> spent) {
        this.spent = spent;
    }

    boolean contains(String id) {
        return deliveries.containsKey(id);
    }

    @CheckForNull
    Known get(String id) {
        return deliveries.get(id);
    }

    /** Takes over that a line has been written. */
    void learn(Line line, Place place) {
        if (line.purpose() == Line.Purpose.FORGET) {
            forget(line.id(), place);
        } else {
            remember(line.id(), line.known(place));
        }
    }

    void remember(String id, Known known) {
        release(deliveries.put(id, known));
    }

    /** @param place of the line that says so, and counts for nothing else */
    void forget(String id, Place place) {
        release(deliveries.remove(id));
        spent.accept(place);
    }

    private void release(@CheckForNull Known before) {
        if (before != null) {
            spent.accept(before.place());
        }
    }

    /** Whether the line is still to be written. */
    boolean isDue(Line line) {
        return line.onlyFor() == null || deliveries.get(line.id()) == line.onlyFor();
    }

    /** The ids of what is not finished, as far as that is known. */
    List<String> unfinished() {
        return deliveries.entrySet().stream()
                .filter(entry -> entry.getValue().finishedAt() == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Map.Entry<String, Known>> newestFinished() {
        Comparator<Map.Entry<String, Known>> byMoment =
                Comparator.comparing(entry -> entry.getValue().finishedAt());
        return deliveries.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .filter(entry -> entry.getValue().finishedAt() != null)
                .sorted(byMoment.reversed())
                .toList();
    }

    /** What stands in one segment of the journal. */
    Map<String, Known> in(int segment) {
        Map<String, Known> found = new HashMap<>();
        deliveries.forEach((id, known) -> {
            if (known.place().segment() == segment) {
                found.put(id, known);
            }
        });
        return found;
    }

    int foreign() {
        return (int) deliveries.values().stream().filter(Known::foreign).count();
    }
}
