package io.jenkins.plugins.slacknotify.outbox.store;

import com.google.gson.Gson;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.journal.GroupCommit;
import io.jenkins.plugins.slacknotify.outbox.journal.Journal;
import io.jenkins.plugins.slacknotify.outbox.journal.LinePosition;
import io.jenkins.plugins.slacknotify.outbox.journal.Quarantine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A store that keeps deliveries in a {@link Journal}: a line of JSON for each state that a delivery comes to, the last
 * of which counts. In memory it has only the position of that line.
 *
 * <p>What many threads bring at once is written and forced to disk together, on one of those threads. An interrupt of
 * the caller changes nothing and stays set. The store has no thread of its own, and works after {@link #close} as
 * before: what a build hands over while Jenkins stops is kept.
 *
 * <p>The folder is read when the store is first used. The files of the first versions of the plugin are imported then.
 */
public final class JournalOutboxStore implements OutboxStore {
    private static final Logger LOGGER = Logger.getLogger(JournalOutboxStore.class.getName());

    private final Gson gson = new Gson();
    private final Path folder;
    private final Set<String> beingAdded = ConcurrentHashMap.newKeySet();
    private final GroupCommit<JournalLine> commit = new GroupCommit<>(this::write);
    private final AtomicBoolean emptying = new AtomicBoolean();

    /** The segment that could not be emptied; 0 where all could. */
    private volatile int notEmptied;

    private volatile boolean wasteful;

    /** Null until the folder has been read, which comes before everything else. */
    private volatile Opened opened;

    /**
     * The journal, and its index.
     *
     * @param foreign how many deliveries only a newer version of the plugin can read
     */
    private record Opened(Journal journal, JournalIndex index, int foreign) {}

    /** @param folder made when the first delivery is kept; used by this store alone */
    public JournalOutboxStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        JournalIndex index = open().index();
        String id = delivery.entry().id();
        if (!beingAdded.add(id)) {
            return false;
        }
        try {
            if (index.contains(id)) {
                return false;
            }
            commit.write(List.of(keepLine(delivery)));
            return true;
        } finally {
            beingAdded.remove(id);
        }
    }

    @Override
    public void updateAll(List<Delivery> deliveries) throws IOException {
        open();
        commit.write(deliveries.stream().map(this::keepLine).toList());
        emptyOldestSegment();
    }

    @Override
    public Optional<Delivery> find(String id) throws IOException {
        Opened store = open();
        while (true) {
            IndexedDelivery indexed = store.index().get(id);
            if (indexed == null || indexed.foreign()) {
                return Optional.empty();
            }
            try {
                String json = store.journal().read(indexed.position());
                return Optional.of(gson.fromJson(json, StoredDelivery.class).toDelivery());
            } catch (IOException e) {
                if (store.index().get(id) == indexed) {
                    throw e;
                }
                // It was written anew meanwhile, and its segment deleted.
            }
        }
    }

    @Override
    public List<DeliveryHead> heads() throws IOException {
        return open().index().unfinished().stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .map(Delivery::head)
                .sorted(Comparator.comparingLong(DeliveryHead::position))
                .toList();
    }

    @Override
    public List<Delivery> finished(int limit) throws IOException {
        return open().index().newestFinished().stream()
                .limit(limit)
                .map(entry -> read(entry.getKey()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public int foreign() throws IOException {
        return open().foreign();
    }

    /** Reads one delivery. A line that was damaged since the start must not hide the others. */
    private Optional<Delivery> read(String id) {
        try {
            return find(id);
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, e, () -> "Notification " + id + " on disk could not be read");
            return Optional.empty();
        }
    }

    @Override
    public void forgetFinished(Instant before, int keepAtMost) throws IOException {
        List<Map.Entry<String, IndexedDelivery>> finished = open().index().newestFinished();
        List<JournalLine> lines = new ArrayList<>();
        for (int i = 0; i < finished.size(); i++) {
            IndexedDelivery indexed = finished.get(i).getValue();
            if (i >= keepAtMost || indexed.hasFinishedBefore(before)) {
                lines.add(forgetLine(finished.get(i).getKey(), indexed));
            }
        }
        if (!lines.isEmpty()) {
            commit.write(lines);
        }
        emptyOldestSegment();
    }

    @Override
    public synchronized void close() throws IOException {
        if (opened != null) {
            opened.journal().close();
        }
    }

    private JournalLine keepLine(Delivery delivery) {
        String json = gson.toJson(StoredDelivery.of(delivery));
        return new JournalLine(JournalLine.Purpose.KEEP, delivery.entry().id(), json, finishedAt(delivery), null);
    }

    private JournalLine forgetLine(String id, IndexedDelivery indexed) {
        return new JournalLine(
                JournalLine.Purpose.FORGET, id, gson.toJson(StoredDelivery.forgotten(id)), null, indexed);
    }

    @CheckForNull
    private static Instant finishedAt(Delivery delivery) {
        return delivery.state().isFinished() ? delivery.changedAt() : null;
    }

    /** Writes a batch. Called by one thread at a time. */
    private void write(List<JournalLine> batch) throws IOException {
        Opened store = open();
        List<JournalLine> due = batch.stream()
                .filter(store.index()::isDue)
                .sorted(Comparator.comparing(JournalLine::purpose))
                .toList();
        if (!due.isEmpty()) {
            List<LinePosition> positions =
                    store.journal().append(due.stream().map(JournalLine::json).toList());
            for (int i = 0; i < due.size(); i++) {
                store.index().apply(due.get(i), positions.get(i));
            }
        }
        deleteSpentSegments(store.journal());
    }

    /**
     * Deletes what is of no more use. The batch is written by then, so a failure here is no failure of the writing.
     */
    private void deleteSpentSegments(Journal journal) {
        try {
            journal.deleteSpent();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not delete notifications that have been sent from the disk", e);
        }
        wasteful = journal.isWasteful();
    }

    /**
     * Makes room: appends again what is of use in the oldest segment. One segment at a time, and never while a build
     * waits.
     */
    private void emptyOldestSegment() throws IOException {
        Opened store = open();
        int oldest = store.journal().oldest();
        if (!wasteful || oldest == notEmptied || !emptying.compareAndSet(false, true)) {
            return;
        }
        try {
            commit.write(repeatLines(oldest, store));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not make room on disk; more of it is used than needed", e);
        } finally {
            notEmptied = store.journal().oldest() == oldest ? oldest : 0;
            emptying.set(false);
        }
    }

    private static List<JournalLine> repeatLines(int segment, Opened store) throws IOException {
        List<JournalLine> lines = new ArrayList<>();
        for (Map.Entry<String, IndexedDelivery> entry :
                store.index().inSegment(segment).entrySet()) {
            IndexedDelivery indexed = entry.getValue();
            String json = store.journal().read(indexed.position());
            lines.add(new JournalLine(JournalLine.Purpose.REPEAT, entry.getKey(), json, indexed.finishedAt(), indexed));
        }
        return lines;
    }

    private Opened open() throws IOException {
        Opened indexed = opened;
        return indexed != null ? indexed : openOnce();
    }

    private synchronized Opened openOnce() throws IOException {
        if (opened == null) {
            Quarantine quarantine = new Quarantine(folder.resolve("unreadable"));
            Journal journal = new Journal(folder.resolve("journal"), quarantine);
            JournalIndex index = new JournalIndex(journal::release);
            journal.open((position, json) -> replay(index, position, json));
            new LegacyFileImport(folder, quarantine).importInto(deliveries -> importLegacy(journal, index, deliveries));
            opened = new Opened(journal, index, countForeign(index));
        }
        return opened;
    }

    private int countForeign(JournalIndex index) {
        int foreign = index.foreign();
        if (foreign > 0) {
            LOGGER.warning(() -> "A newer version of Slack Notify has left " + foreign + " notifications in " + folder
                    + ". This version cannot read them and leaves them as they are; install the newer one again to have"
                    + " them sent");
        }
        return foreign;
    }

    private void replay(JournalIndex index, LinePosition position, String json) {
        StoredDelivery.Header header = gson.fromJson(json, StoredDelivery.Header.class);
        if (header.isOfNewerVersion()) {
            index.remember(header.id(), new IndexedDelivery(position, null, true));
            return;
        }
        StoredDelivery stored = gson.fromJson(json, StoredDelivery.class);
        if (stored.isForgotten()) {
            index.forget(stored.id(), position);
        } else {
            Delivery delivery = stored.toDelivery();
            index.remember(delivery.entry().id(), new IndexedDelivery(position, finishedAt(delivery), false));
        }
    }

    private void importLegacy(Journal journal, JournalIndex index, List<Delivery> deliveries) throws IOException {
        // Indexed already where a crash came between this and the deletion of the files.
        List<JournalLine> added = deliveries.stream()
                .filter(delivery -> !index.contains(delivery.entry().id()))
                .map(this::keepLine)
                .toList();
        List<LinePosition> positions =
                journal.append(added.stream().map(JournalLine::json).toList());
        for (int i = 0; i < added.size(); i++) {
            index.apply(added.get(i), positions.get(i));
        }
    }
}
