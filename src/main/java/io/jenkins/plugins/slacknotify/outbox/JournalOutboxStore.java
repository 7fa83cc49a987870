package io.jenkins.plugins.slacknotify.outbox;

import com.google.gson.Gson;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.journal.GroupCommit;
import io.jenkins.plugins.slacknotify.outbox.journal.Journal;
import io.jenkins.plugins.slacknotify.outbox.journal.Place;
import io.jenkins.plugins.slacknotify.outbox.journal.SetAside;
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
 * Keeps deliveries in a {@link Journal}: a line of JSON for each state that a delivery comes to, the last of which counts.
 * In memory there is only where that line stands.
 *
 * <p>What many threads bring at once is written and forced to disk together, on one of those threads. An interrupt of the
 * caller changes nothing and stays set. The store has no thread of its own, and works after {@link #close} as before: what
 * a build hands over while Jenkins stops is kept.
 *
 * <p>The folder is read when the store is first used; what an earlier version of the plugin left in files of their own is
 * taken over then.
 */
public final class JournalOutboxStore implements OutboxStore {
    private static final Logger LOGGER = Logger.getLogger(JournalOutboxStore.class.getName());

    private final Gson gson = new Gson();
    private final Path folder;
    private final Map<String, Known> deliveries = new ConcurrentHashMap<>();
    private final Set<String> beingAdded = ConcurrentHashMap.newKeySet();
    private final GroupCommit<Line> commit = new GroupCommit<>(this::write);
    private final AtomicBoolean emptying = new AtomicBoolean();

    /** The segment that could not be emptied; 0 where all could. */
    private volatile int stuck;

    private volatile boolean wasteful;

    private volatile int foreign;

    /** Null until the folder was read, which comes before everything else. */
    private volatile Journal journal;

    /**
     * What is known of a delivery without reading it.
     *
     * @param finishedAt null where it is not finished, or that is not known
     * @param foreign whether a newer version of the plugin has written it, so that it can be kept but not read
     */
    private record Known(Place place, @CheckForNull Instant finishedAt, boolean foreign) {
        boolean hasFinishedBefore(Instant moment) {
            return finishedAt != null && finishedAt.isBefore(moment);
        }
    }

    /** What a line does, in the order in which lines of one batch have to be written. */
    private enum Purpose {
        REPEAT,
        FORGET,
        KEEP
    }

    /**
     * A line to append.
     *
     * @param finishedAt null where it says that a delivery is not finished
     * @param onlyFor written only as long as just this is known of the delivery; null where it is written anyway
     */
    private record Line(
            Purpose purpose,
            String id,
            String json,
            @CheckForNull Instant finishedAt,
            @CheckForNull Known onlyFor) {}

    /**
     * @param folder made when the first delivery is kept; used by this store alone
     */
    public JournalOutboxStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        open();
        String id = delivery.entry().id();
        if (!beingAdded.add(id)) {
            return false;
        }
        try {
            if (deliveries.containsKey(id)) {
                return false;
            }
            commit.write(List.of(keeping(delivery)));
            return true;
        } finally {
            beingAdded.remove(id);
        }
    }

    @Override
    public void updateAll(List<Delivery> deliveries) throws IOException {
        open();
        commit.write(deliveries.stream().map(this::keeping).toList());
        emptyOldestSegment();
    }

    @Override
    public Optional<Delivery> find(String id) throws IOException {
        Journal opened = open();
        while (true) {
            Known known = deliveries.get(id);
            if (known == null || known.foreign()) {
                return Optional.empty();
            }
            try {
                String json = opened.read(known.place());
                return Optional.of(gson.fromJson(json, StoredDelivery.class).toDelivery());
            } catch (IOException e) {
                if (deliveries.get(id) == known) {
                    throw e;
                }
                // It was written anew meanwhile, and its segment deleted.
            }
        }
    }

    @Override
    public List<Delivery> unfinished() throws IOException {
        open();
        List<Delivery> found = new ArrayList<>();
        for (Map.Entry<String, Known> entry : List.copyOf(deliveries.entrySet())) {
            if (entry.getValue().finishedAt() == null) {
                read(entry.getKey()).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingLong(Delivery::position));
        return found;
    }

    @Override
    public List<Delivery> finished(int limit) throws IOException {
        open();
        return newestFinished().stream()
                .limit(limit)
                .map(entry -> read(entry.getKey()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public int foreign() throws IOException {
        open();
        return foreign;
    }

    /** One line that was damaged since the start must not hide the others. */
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
        open();
        List<Map.Entry<String, Known>> finished = newestFinished();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < finished.size(); i++) {
            Known known = finished.get(i).getValue();
            if (i >= keepAtMost || known.hasFinishedBefore(before)) {
                lines.add(forgetting(finished.get(i).getKey(), known));
            }
        }
        if (!lines.isEmpty()) {
            commit.write(lines);
        }
        emptyOldestSegment();
    }

    private List<Map.Entry<String, Known>> newestFinished() {
        Comparator<Map.Entry<String, Known>> byMoment =
                Comparator.comparing(entry -> entry.getValue().finishedAt());
        return deliveries.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .filter(entry -> entry.getValue().finishedAt() != null)
                .sorted(byMoment.reversed())
                .toList();
    }

    @Override
    public synchronized void close() throws IOException {
        if (journal != null) {
            journal.close();
        }
    }

    private Line keeping(Delivery delivery) {
        String json = gson.toJson(StoredDelivery.of(delivery));
        return new Line(Purpose.KEEP, delivery.entry().id(), json, finishedAt(delivery), null);
    }

    private Line forgetting(String id, Known known) {
        return new Line(Purpose.FORGET, id, gson.toJson(StoredDelivery.forgotten(id)), null, known);
    }

    @CheckForNull
    private static Instant finishedAt(Delivery delivery) {
        return delivery.state().isFinished() ? delivery.changedAt() : null;
    }

    /** Called by one thread at a time. */
    private void write(List<Line> batch) throws IOException {
        List<Line> due = batch.stream()
                .filter(line -> line.onlyFor() == null || deliveries.get(line.id()) == line.onlyFor())
                .sorted(Comparator.comparing(Line::purpose))
                .toList();
        if (!due.isEmpty()) {
            List<Place> places = journal.append(due.stream().map(Line::json).toList());
            for (int i = 0; i < due.size(); i++) {
                learn(due.get(i), places.get(i));
            }
        }
        deleteSpentSegments();
    }

    private void learn(Line line, Place place) {
        if (line.purpose() == Purpose.FORGET) {
            forget(journal, line.id(), place);
        } else {
            Known repeated = line.onlyFor();
            boolean isForeign = repeated != null && repeated.foreign();
            remember(journal, line.id(), new Known(place, line.finishedAt(), isForeign));
        }
    }

    private void remember(Journal where, String id, Known known) {
        Known before = deliveries.put(id, known);
        if (before != null) {
            where.release(before.place());
        }
    }

    private void forget(Journal where, String id, Place place) {
        Known before = deliveries.remove(id);
        if (before != null) {
            where.release(before.place());
        }
        where.release(place);
    }

    /** What was written is written, so a failure to clean up behind it is no failure of the writing. */
    private void deleteSpentSegments() {
        try {
            journal.deleteSpent();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not delete notifications that have been sent from the disk", e);
        }
        wasteful = journal.isWasteful();
    }

    /** Makes room, one segment at a time and never while a build waits, by writing anew what is of use in the oldest. */
    private void emptyOldestSegment() {
        int oldest = journal.oldest();
        if (!wasteful || oldest == stuck || !emptying.compareAndSet(false, true)) {
            return;
        }
        try {
            commit.write(repeating(oldest));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not make room on disk; more of it is used than needed", e);
        } finally {
            stuck = journal.oldest() == oldest ? oldest : 0;
            emptying.set(false);
        }
    }

    private List<Line> repeating(int segment) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, Known> entry : deliveries.entrySet()) {
            Known known = entry.getValue();
            if (known.place().segment() == segment) {
                String json = journal.read(known.place());
                lines.add(new Line(Purpose.REPEAT, entry.getKey(), json, known.finishedAt(), known));
            }
        }
        return lines;
    }

    private Journal open() throws IOException {
        Journal opened = journal;
        return opened != null ? opened : openOnce();
    }

    private synchronized Journal openOnce() throws IOException {
        if (journal == null) {
            deliveries.clear();
            SetAside setAside = new SetAside(folder.resolve("unreadable"));
            Journal opened = new Journal(folder.resolve("journal"), setAside);
            opened.open((place, json) -> replay(opened, place, json));
            new EarlierFiles(folder, setAside).takeOver(left -> takeOver(opened, left));
            countForeign();
            journal = opened;
        }
        return journal;
    }

    private void countForeign() {
        foreign = (int) deliveries.values().stream().filter(Known::foreign).count();
        if (foreign > 0) {
            LOGGER.warning(() -> "A newer version of Slack Notify has left " + foreign + " notifications in " + folder
                    + ". This version cannot read them and leaves them as they are; install the newer one again to have"
                    + " them sent");
        }
    }

    private void replay(Journal opened, Place place, String json) {
        StoredDelivery.Header header = gson.fromJson(json, StoredDelivery.Header.class);
        if (header.isOfNewerVersion()) {
            remember(opened, header.id(), new Known(place, null, true));
            return;
        }
        StoredDelivery stored = gson.fromJson(json, StoredDelivery.class);
        if (stored.isForgotten()) {
            forget(opened, stored.id(), place);
        } else {
            Delivery delivery = stored.toDelivery();
            remember(opened, delivery.entry().id(), new Known(place, finishedAt(delivery), false));
        }
    }

    private void takeOver(Journal opened, List<Delivery> left) throws IOException {
        // Known already where a crash came between this and the deletion of the files.
        List<Delivery> added = left.stream()
                .filter(delivery -> !deliveries.containsKey(delivery.entry().id()))
                .toList();
        List<Place> places = opened.append(added.stream()
                .map(delivery -> gson.toJson(StoredDelivery.of(delivery)))
                .toList());
        for (int i = 0; i < added.size(); i++) {
            Delivery delivery = added.get(i);
            remember(opened, delivery.entry().id(), new Known(places.get(i), finishedAt(delivery), false));
        }
    }
}
