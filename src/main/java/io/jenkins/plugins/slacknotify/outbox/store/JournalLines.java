package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore.FinishedHeads;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore.OpenDeliveries;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.journal.Journal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The lines of many deliveries at once, read from a journal with one access to the disk for each segment. Safe for use
 * by many threads.
 */
record JournalLines(Journal journal, JournalIndex index) {
    private static final Logger LOGGER = Logger.getLogger(JournalLines.class.getName());

    /** How many lines are read and written at a time: some megabytes at most. */
    private static final int CHUNK = 500;

    /** An action on a part of many deliveries. */
    @FunctionalInterface
    interface Action {
        void on(List<IndexedDelivery> chunk) throws IOException;
    }

    /** A conversion of the line of a delivery. */
    @FunctionalInterface
    private interface Use<T> {
        /** @param json null where the line is damaged */
        T of(IndexedDelivery delivery, @CheckForNull String json) throws IOException;
    }

    /** Does something with all deliveries, some at a time, so that their lines need little memory. */
    static void inChunks(List<IndexedDelivery> deliveries, Action action) throws IOException {
        for (int from = 0; from < deliveries.size(); from += CHUNK) {
            action.on(deliveries.subList(from, Math.min(from + CHUNK, deliveries.size())));
        }
    }

    /**
     * Does something with all deliveries, as {@link #inChunks} does, and goes on with those of the next segment where one
     * cannot be read.
     *
     * @return why some are left; empty where none are
     */
    static Optional<IOException> bySegment(List<IndexedDelivery> deliveries, Action action) {
        @CheckForNull IOException failure = null;
        for (List<IndexedDelivery> segment : group(deliveries).values()) {
            try {
                inChunks(segment, action);
            } catch (IOException e) {
                failure = e;
            }
        }
        return Optional.ofNullable(failure);
    }

    private static Map<Integer, List<IndexedDelivery>> group(List<IndexedDelivery> deliveries) {
        return deliveries.stream()
                .collect(Collectors.groupingBy(IndexedDelivery::segment, TreeMap::new, Collectors.toList()));
    }

    /** Returns lines that say the same as those that count. What is left of a damaged one takes its place. */
    List<JournalLine> repeated(List<IndexedDelivery> deliveries, Instant now) throws IOException {
        return read(deliveries, (delivery, json) -> json == null ? remainsOf(delivery, now) : repeated(delivery, json));
    }

    private static JournalLine repeated(IndexedDelivery delivery, String json) {
        return delivery.isForeign() || delivery.saysTheSameAs(StoredDelivery.readHead(json))
                ? JournalLine.repeating(delivery, json)
                : JournalLine.replacing(delivery, delivery.correct(StoredDelivery.read(json)));
    }

    /** Returns changed lines that take the place of those that count. What is left of a damaged one takes its place. */
    List<JournalLine> changed(List<IndexedDelivery> deliveries, UnaryOperator<StoredDelivery> change, Instant now)
            throws IOException {
        return read(
                deliveries,
                (delivery, json) -> json == null
                        ? remainsOf(delivery, now)
                        : JournalLine.replacing(delivery, change.apply(delivery.correct(StoredDelivery.read(json)))));
    }

    /**
     * Returns lines that have finished deliveries forgotten, but those that are still of use.
     *
     * @param open those that are
     */
    List<JournalLine> forgetting(List<IndexedDelivery> deliveries, OpenDeliveries open) throws IOException {
        return read(
                        deliveries,
                        (delivery, json) -> json != null && isOpen(delivery, json, open)
                                ? Optional.<JournalLine>empty()
                                : Optional.of(JournalLine.forgetting(delivery)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Returns lines that abridge finished deliveries, but those that are still of use whole. What is left of a damaged one takes its
     * place.
     *
     * @param open those that are
     */
    List<JournalLine> abridging(List<IndexedDelivery> deliveries, OpenDeliveries open, Instant now) throws IOException {
        return read(
                        deliveries,
                        (delivery, json) ->
                                json == null ? Optional.of(remainsOf(delivery, now)) : abridged(delivery, json, open))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isOpen(IndexedDelivery delivery, String json, OpenDeliveries open) {
        return open.contains(delivery.id(), StoredDelivery.readHead(json).sequence());
    }

    /** Returns the line that abridges a delivery. One that was lost stays as it is: its note is all that there is. */
    private static Optional<JournalLine> abridged(IndexedDelivery delivery, String json, OpenDeliveries open) {
        return isOpen(delivery, json, open) || StoredDelivery.readHead(json).isAbridged()
                ? Optional.empty()
                : Optional.of(JournalLine.replacing(
                        delivery, delivery.correct(StoredDelivery.read(json)).abridged()));
    }

    /** Keeps what is there of a damaged line, and returns the line that takes its place. */
    private JournalLine remainsOf(IndexedDelivery damaged, Instant now) throws IOException {
        journal.setAside(damaged.position());
        return JournalLine.remainsOf(damaged, now);
    }

    /** Returns the heads of deliveries. One that was damaged since the start must not hide the others. */
    List<DeliveryHead> heads(List<IndexedDelivery> deliveries) throws IOException {
        Map<String, String> strings = new HashMap<>();
        deliveries.forEach(delivery -> strings.put(delivery.id(), delivery.id()));
        return read(
                        deliveries,
                        (delivery, json) -> headOf(
                                delivery, json, string -> strings.computeIfAbsent(string, UnaryOperator.identity())))
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(DeliveryHead::position))
                .toList();
    }

    /** Returns the heads of deliveries, as far as they can be read: a segment that cannot be opened hides its own alone. */
    FinishedHeads readableHeads(List<IndexedDelivery> deliveries) {
        List<DeliveryHead> heads = new ArrayList<>(deliveries.size());
        Optional<IOException> failure = bySegment(deliveries, chunk -> heads.addAll(heads(chunk)));
        failure.ifPresent(why -> LOGGER.log(Level.WARNING, "Some notifications on disk could not be read", why));
        heads.sort(Comparator.comparingLong(DeliveryHead::position));
        return new FinishedHeads(heads, failure.isEmpty());
    }

    private static Optional<DeliveryHead> headOf(
            IndexedDelivery delivery, @CheckForNull String json, UnaryOperator<String> shared) {
        if (json == null) {
            LOGGER.severe(() -> "Notification " + delivery.id() + " on disk could not be read");
            return Optional.empty();
        }
        return Optional.of(delivery.correct(StoredDelivery.readHead(json)).toHead(shared));
    }

    private <T> List<T> read(List<IndexedDelivery> deliveries, Use<T> use) throws IOException {
        List<T> results = new ArrayList<>(deliveries.size());
        for (Map.Entry<Integer, List<IndexedDelivery>> segment :
                group(deliveries).entrySet()) {
            results.addAll(readSegment(segment.getKey(), segment.getValue(), use));
        }
        return results;
    }

    private <T> List<T> readSegment(int number, List<IndexedDelivery> deliveries, Use<T> use) throws IOException {
        try {
            List<String> jsons = journal.readAll(
                    number, deliveries.stream().map(IndexedDelivery::position).toList());
            return used(deliveries, jsons, use);
        } catch (IOException e) {
            // Asked before the index: what was deleted because its lines were written anew, the index knows by then.
            boolean isRemoved = journal.isRemoved(number);
            List<IndexedDelivery> now = deliveries.stream()
                    .map(delivery -> index.get(delivery.id()))
                    .filter(Objects::nonNull)
                    .toList();
            if (!now.equals(deliveries)) {
                // Written anew meanwhile, and the segment deleted.
                return read(now, use);
            }
            if (isRemoved) {
                return used(deliveries, Collections.nCopies(deliveries.size(), null), use);
            }
            throw e;
        }
    }

    /** @param jsons null for each line that is damaged, or was removed with its segment */
    private static <T> List<T> used(List<IndexedDelivery> deliveries, List<String> jsons, Use<T> use)
            throws IOException {
        List<T> results = new ArrayList<>(deliveries.size());
        for (int i = 0; i < deliveries.size(); i++) {
            results.add(use.of(deliveries.get(i), jsons.get(i)));
        }
        return results;
    }
}
