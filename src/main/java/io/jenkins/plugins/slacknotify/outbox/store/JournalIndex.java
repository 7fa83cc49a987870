package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.journal.LinePosition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The index of a journal: for each delivery, the position of the line that counts. Many threads read it, one at a time
 * changes it.
 */
final class JournalIndex {
    private final Map<String, IndexedDelivery> deliveries = new ConcurrentHashMap<>();
    private final Consumer<LinePosition> spent;

    /**
     * The deliveries that were forgotten while older lines could not be read, each with the line that says so: the older lines must not
     * bring them back.
     */
    private final Map<String, LinePosition> forgotten = new HashMap<>();

    private boolean olderLinesMayCome;
    private final AtomicInteger copied = new AtomicInteger();
    private final AtomicInteger foreign = new AtomicInteger();
    private final AtomicLong unfinishedBytes = new AtomicLong();

    /** @param spent receives the position of each line that counts no more */
    JournalIndex(Consumer<LinePosition> spent) {
        this.spent = spent;
    }

    /** Says whether lines may be applied later that are older than those that are applied now. */
    void expectOlderLines(boolean expected) {
        olderLinesMayCome = expected;
        if (!expected) {
            forgotten.clear();
        }
    }

    boolean contains(String id) {
        return deliveries.containsKey(id);
    }

    @CheckForNull
    IndexedDelivery get(String id) {
        return deliveries.get(id);
    }

    /** Takes a line into the index that has been written to the journal. */
    void apply(JournalLine line, LinePosition position) {
        if (line.purpose() == JournalLine.Purpose.FORGET) {
            forget(line.id(), position);
        } else {
            remember(line.indexed(position));
        }
    }

    /** Takes in what a line says of a delivery, if no later line says something of it. */
    void remember(IndexedDelivery indexed) {
        IndexedDelivery known = deliveries.get(indexed.id());
        LinePosition latest = known == null ? forgotten.get(indexed.id()) : known.position();
        if (latest != null && indexed.position().isBefore(latest)) {
            spent.accept(indexed.position());
            return;
        }
        deliveries.put(indexed.id(), indexed);
        count(indexed, 1);
        release(known);
    }

    /**
     * Applies a line that says that a delivery is forgotten, if no later line speaks of it.
     *
     * @param position of the line, which counts for nothing else
     */
    void forget(String id, LinePosition position) {
        IndexedDelivery known = deliveries.get(id);
        if (known == null || known.position().isBefore(position)) {
            release(deliveries.remove(id));
            if (olderLinesMayCome) {
                forgotten.put(id, position);
            }
        }
        spent.accept(position);
    }

    /** Has a delivery count for something else than its line says. */
    void reinterpret(IndexedDelivery delivery, IndexedDelivery meaning) {
        if (deliveries.replace(delivery.id(), delivery, meaning)) {
            count(delivery, -1);
            count(meaning, 1);
        }
    }

    private void release(@CheckForNull IndexedDelivery before) {
        if (before != null) {
            count(before, -1);
            spent.accept(before.position());
        }
    }

    private void count(IndexedDelivery indexed, int more) {
        if (indexed.isUnfinished() || indexed.kind() == IndexedDelivery.Kind.FOREIGN) {
            unfinishedBytes.addAndGet((long) more * indexed.length());
        }
        if (indexed.kind() == IndexedDelivery.Kind.COPIED) {
            copied.addAndGet(more);
        } else if (indexed.kind() == IndexedDelivery.Kind.FOREIGN) {
            foreign.addAndGet(more);
        }
    }

    /** Returns whether a line still has to be written: another write may have changed the index since the line was made. */
    boolean isDue(JournalLine line) {
        return line.purpose() == JournalLine.Purpose.ADD
                ? !contains(line.id())
                : line.expected() == null || deliveries.get(line.id()) == line.expected();
    }

    /** Returns the deliveries that meet a condition, in the order of their lines. */
    List<IndexedDelivery> all(Predicate<IndexedDelivery> condition) {
        return deliveries.values().stream()
                .filter(condition)
                .sorted(Comparator.comparingInt(IndexedDelivery::segment).thenComparingInt(IndexedDelivery::offset))
                .toList();
    }

    /** Returns the finished deliveries that are kept whole, the one that finished last first. */
    List<IndexedDelivery> finishedWhole() {
        return deliveries.values().stream()
                .filter(indexed -> indexed.isFinished() && indexed.kind() == IndexedDelivery.Kind.WHOLE)
                .sorted(Comparator.comparingLong(IndexedDelivery::changedAt).reversed())
                .toList();
    }

    /** Returns when that one finished which has a place among the finished ones; the one that finished last has the first. */
    Optional<Instant> finishedAt(int place) {
        long[] moments = deliveries.values().stream()
                .filter(IndexedDelivery::isFinished)
                .mapToLong(IndexedDelivery::changedAt)
                .sorted()
                .toArray();
        return moments.length < place
                ? Optional.empty()
                : Optional.of(Instant.EPOCH.plus(moments[moments.length - place], ChronoUnit.MICROS));
    }

    /** Returns how many wait for somebody to decide, because this home is a copy. Reads no more than a number. */
    int copied() {
        return copied.get();
    }

    /** Returns how many bytes the lines have of what is not finished, or may not be. Reads no more than a number. */
    long unfinishedBytes() {
        return unfinishedBytes.get();
    }

    /** Returns how many only a newer version of the plugin can send. Reads no more than a number. */
    int foreign() {
        return foreign.get();
    }
}
