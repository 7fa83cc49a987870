package io.jenkins.plugins.slacknotify.outbox.store;

import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import io.jenkins.plugins.slacknotify.outbox.disk.HeldElsewhereException;
import io.jenkins.plugins.slacknotify.outbox.journal.DamagedLineException;
import io.jenkins.plugins.slacknotify.outbox.journal.GroupCommit;
import io.jenkins.plugins.slacknotify.outbox.journal.Journal;
import io.jenkins.plugins.slacknotify.outbox.journal.SegmentDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A store that keeps deliveries in a {@link Journal}: a line of JSON for each state that a delivery comes to, the last
 * of which counts. In memory it has only where that line stands.
 *
 * <p><b>Guarantees.</b> One store uses a folder at a time, over all processes; another one can do nothing until the
 * first is closed or its process has ended. What is WAITING or HELD by a line after which a line may be missing becomes
 * UNCERTAIN: because a part of the journal is damaged, missing, set back or cannot be opened, because the last states could not be
 * written, or because the folder was copied, moved, put back from a backup or not used for a while. What an outbox of
 * another machine has left is kept back until {@link #releaseCopied} or {@link #discardCopied}.
 *
 * <p><b>Non-guarantees.</b> Where the file system has no locks, or cannot tell one folder from another (Windows), a
 * second process, or a folder that was put back at once, goes unnoticed. So does one whose files were overwritten in place, or a whole
 * disk that was set back, within a quarter of an hour of the last line.
 *
 * <p>What many threads bring at once is written and forced to disk together, on one of those threads. An interrupt of
 * the caller changes nothing and stays set. The store has no thread of its own, and works after {@link #close} as
 * before, as long as no other process has the folder: what a build hands over while Jenkins stops is kept.
 *
 * <p>The folder is read when the store is first used.
 */
public final class JournalOutboxStore implements OutboxStore {
    private static final Logger LOGGER = Logger.getLogger(JournalOutboxStore.class.getName());

    /** A time that is later than now by more than this was told by a clock that was ahead. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    private static final String RELEASED =
            "It was left by another Jenkins whose home was copied, so it is looked for in Slack before it is sent";

    private static final String DISCARDED = "It was left by another Jenkins whose home was copied";

    private final Path folder;
    private final Host host;
    private final InstantSource clock;
    private final SegmentDisk disk;
    private final GroupCommit<JournalLine> commit = new GroupCommit<>(this::write);
    private final Compaction compaction;

    /** The outbox in the folder; null until it has been read, which comes before everything else. */
    private volatile OpenOutbox opened;

    private volatile boolean inUse;
    private volatile boolean closed;

    /** @param folder made when the first delivery is kept, or the store is claimed; used by this store alone */
    public JournalOutboxStore(Path folder, InstantSource clock) {
        this(folder, Host.current(), clock);
    }

    /** @param host the machine that this is, to tell a folder that was copied from another one */
    public JournalOutboxStore(Path folder, Host host, InstantSource clock) {
        this(folder, host, clock, new SegmentDisk());
    }

    JournalOutboxStore(Path folder, Host host, InstantSource clock, SegmentDisk disk) {
        this.disk = disk;
        this.folder = folder;
        this.host = host;
        this.clock = clock;
        compaction = new Compaction(commit, clock);
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        return addAll(List.of(delivery)).get(0);
    }

    /**
     * {@inheritDoc} Where it fails, it has kept none of them. Of what several threads bring under one id, the one is new that is written
     * first: whoever is told that an id is known is not told so of one that is not kept after all.
     */
    @Override
    public List<Boolean> addAll(List<Delivery> deliveries) throws IOException {
        OpenOutbox store = open();
        List<JournalLine> lines = deliveries.stream()
                .map(it -> store.index().contains(it.entry().id()) ? null : JournalLine.adding(it))
                .toList();
        commit(lines.stream().filter(Objects::nonNull).toList());
        return lines.stream().map(line -> line != null && line.hasAdded()).toList();
    }

    @Override
    public void updateAll(List<Delivery> deliveries) throws IOException {
        OpenOutbox store = open();
        commit(deliveries.stream().map(JournalLine::keeping).toList());
        compaction.runIfDue(store);
    }

    /** {@inheritDoc} Where the line of a delivery is damaged or was removed, the index tells what is left of it. One that waited is then refused. */
    @Override
    public Optional<Delivery> find(String id) throws IOException {
        Optional<OpenOutbox> store = openIfThere();
        return store.isEmpty() ? Optional.empty() : find(id, store.get());
    }

    /** {@inheritDoc} It reads no disk once the folder has been read. */
    @Override
    public Optional<Delivery.State> stateOf(String id) throws IOException {
        return openIfThere().map(store -> store.index().get(id)).map(IndexedDelivery::state);
    }

    /** Finds a delivery. If its line cannot be read any more, the index gives what it knows of the delivery. */
    private Optional<Delivery> find(String id, OpenOutbox store) throws IOException {
        boolean isReplaced = false;
        while (true) {
            IndexedDelivery indexed = store.index().get(id);
            if (indexed == null || indexed.isForeign()) {
                return Optional.empty();
            }
            try {
                String json = store.journal().read(indexed.position());
                return Optional.of(
                        store.correct(indexed, StoredDelivery.read(json)).toDelivery());
            } catch (IOException e) {
                // Asked before the index: what was deleted because its lines were written anew, the index knows by
                // then.
                boolean isLost =
                        e instanceof DamagedLineException || store.journal().isRemoved(indexed.segment());
                if (store.index().get(id) == indexed) {
                    if (!isLost || isReplaced) {
                        throw e;
                    }
                    LOGGER.log(Level.SEVERE, e, () -> "Notification " + id + " on disk is lost");
                    commit(store.lines().repeated(List.of(indexed), clock.instant()));
                    isReplaced = true;
                }
                // It was written anew meanwhile, and its segment deleted.
            }
        }
    }

    @Override
    public List<DeliveryHead> heads() throws IOException {
        Optional<OpenOutbox> there = openIfThere();
        if (there.isEmpty()) {
            return List.of();
        }
        OpenOutbox store = there.get();
        if (store.mustReadAgain()) {
            store.readAgain(commit);
        }
        return store.lines().heads(store.index().all(it -> it.isUnfinished() && !it.isCopied()));
    }

    @Override
    public List<Delivery> finished(int limit) throws IOException {
        Optional<OpenOutbox> store = openIfThere();
        return store.isEmpty()
                ? List.of()
                : store.get().index().finishedWhole().stream()
                        .limit(limit)
                        .map(indexed -> read(indexed.id(), store.get()))
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** {@inheritDoc} It reads the payload of none of them. */
    @Override
    public FinishedHeads finishedHeads() throws IOException {
        Optional<OpenOutbox> store = openIfThere();
        return store.isEmpty()
                ? new FinishedHeads(List.of(), true)
                : store.get().lines().readableHeads(store.get().index().finishedWhole());
    }

    /** Reads one delivery. A line that was damaged since the start must not hide the others. */
    private Optional<Delivery> read(String id, OpenOutbox store) {
        try {
            return find(id, store);
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, e, () -> "Notification " + id + " on disk could not be read");
            return Optional.empty();
        }
    }

    @Override
    public long unfinishedBytes() {
        OpenOutbox store = opened;
        return store == null ? 0 : store.index().unfinishedBytes();
    }

    @Override
    public Duration untilDoubted() {
        OpenOutbox store = opened;
        return store == null ? Duration.ZERO : store.untilDoubted();
    }

    @Override
    public StoreCondition condition() {
        OpenOutbox store = opened;
        return store == null ? new StoreCondition(0, 0, inUse, 0, null) : store.condition();
    }

    /** {@inheritDoc} It makes the folder if there is none. */
    @Override
    public void claim() throws IOException {
        if (opened != null) {
            return;
        }
        commit.exclusively(() -> {
            if (!closed) {
                open();
            }
        });
    }

    @Override
    public void releaseCopied() throws IOException {
        OpenOutbox store = open();
        JournalLines.inChunks(
                store.index().all(IndexedDelivery::isCopied),
                chunk -> commit(store.lines().changed(chunk, line -> line.doubted(RELEASED, null), clock.instant())));
    }

    @Override
    public void discardCopied(Instant now, Consumer<String> discarded) throws IOException {
        OpenOutbox store = open();
        JournalLines.inChunks(store.index().all(IndexedDelivery::isCopied), chunk -> {
            commit(store.lines().changed(chunk, line -> line.discarded(DISCARDED, now), now));
            chunk.forEach(delivery -> discarded.accept(delivery.id()));
        });
    }

    @Override
    public Optional<Instant> finishedAt(int place) {
        OpenOutbox store = opened;
        return store == null ? Optional.empty() : store.index().finishedAt(place);
    }

    @Override
    public void forgetFinished(Instant before, int keepWhole, OpenDeliveries open) throws IOException {
        Optional<OpenOutbox> there = openIfThere();
        if (there.isEmpty()) {
            return;
        }
        OpenOutbox store = there.get();
        Optional<IOException> failure = Stream.of(
                        setRight(store), forget(store, before, open), abridge(store, keepWhole, open))
                .flatMap(Optional::stream)
                .findFirst();
        compaction.runIfDue(store);
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** Has finished now what finished in the future, by a clock that was ahead: it would be kept until then. */
    private Optional<IOException> setRight(OpenOutbox store) {
        Instant now = clock.instant();
        long latest = IndexedDelivery.micros(now.plus(CLOCK_TOLERANCE));
        return JournalLines.bySegment(
                store.index().all(it -> it.isFinished() && it.changedAt() > latest),
                chunk -> commit(store.lines().changed(chunk, line -> line.changedAt(now), now)));
    }

    private Optional<IOException> forget(OpenOutbox store, Instant before, OpenDeliveries open) {
        return JournalLines.bySegment(
                store.index().all(it -> it.hasFinishedBefore(before)),
                chunk -> commit(store.lines().forgetting(chunk, open)));
    }

    private Optional<IOException> abridge(OpenOutbox store, int keepWhole, OpenDeliveries open) {
        List<IndexedDelivery> whole = store.index().finishedWhole();
        return JournalLines.bySegment(
                whole.subList(Math.min(keepWhole, whole.size()), whole.size()),
                chunk -> commit(store.lines().abridging(chunk, open, clock.instant())));
    }

    @Override
    public void close() throws IOException {
        commit.exclusively(() -> {
            closed = true;
            OpenOutbox store = opened;
            if (store != null) {
                store.release();
            }
        });
    }

    /** Writes lines. While Jenkins stops, what fails once is tried again: after that, nobody would. */
    private void commit(List<JournalLine> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        try {
            commit.write(lines);
        } catch (IOException e) {
            if (!closed) {
                throw e;
            }
            commit.write(lines);
        }
    }

    /** Writes a batch. Called by one thread at a time. */
    private void write(List<JournalLine> batch) throws IOException {
        OpenOutbox store = open();
        if (!closed) {
            store.append(batch);
            return;
        }
        try {
            store.lock();
            store.append(batch);
        } finally {
            store.release();
        }
    }

    private Optional<OpenOutbox> openIfThere() throws IOException {
        if (opened == null && !isThere()) {
            return Optional.empty();
        }
        return Optional.of(open());
    }

    private boolean isThere() throws IOException {
        try (Stream<Path> unused = Files.list(folder)) {
            return true;
        } catch (NoSuchFileException nothingYet) {
            // Files.notExists says on Java 25, unlike 17, that a folder is missing where a file stands in its parent's
            // place.
            return false;
        }
    }

    private OpenOutbox open() throws IOException {
        OpenOutbox store = opened;
        return store != null ? store : openOnce();
    }

    private synchronized OpenOutbox openOnce() throws IOException {
        if (opened == null) {
            try {
                Disk.createFolders(folder);
                opened = OpenOutbox.open(folder, host, clock, disk);
                inUse = false;
            } catch (HeldElsewhereException e) {
                inUse = true;
                throw e;
            }
        }
        return opened;
    }
}
