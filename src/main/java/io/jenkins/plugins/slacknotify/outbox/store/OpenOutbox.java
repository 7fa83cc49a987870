package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import io.jenkins.plugins.slacknotify.outbox.disk.FolderLock;
import io.jenkins.plugins.slacknotify.outbox.journal.GroupCommit;
import io.jenkins.plugins.slacknotify.outbox.journal.Journal;
import io.jenkins.plugins.slacknotify.outbox.journal.LinePosition;
import io.jenkins.plugins.slacknotify.outbox.journal.Quarantine;
import io.jenkins.plugins.slacknotify.outbox.journal.SegmentDisk;
import io.jenkins.plugins.slacknotify.outbox.journal.SegmentEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An outbox on disk that was opened: its folder is locked, its journal is read and indexed. What may have been sent
 * though it waits by what could be read, is looked for before it is sent: the line that says so is on disk before
 * {@link #open} returns.
 *
 * <p>Many threads may read, one at a time may change something.
 */
final class OpenOutbox {
    private static final Logger LOGGER = Logger.getLogger(OpenOutbox.class.getName());

    private static final String LOCK = "lock";

    /** The file that says where the journal ended when a process left it. */
    private static final String END = "end.json";

    private static final String DAMAGED =
            "What was on disk about it was damaged, so it is looked for in Slack before it is sent";

    private static final String OUTDATED =
            "Jenkins was down for a while, or its home was restored or moved, so it is looked for in Slack before it is"
                    + " sent";

    private static final Duration CLOCK_PRECISION = Duration.ofSeconds(1);

    /** For how long the clock of a machine that was just booted may be wrong. */
    private static final Duration UNTIL_THE_CLOCK_IS_SET = Duration.ofHours(1);

    private final Path folder;
    private final InstantSource clock;
    private final HomeMarkFile mark;
    private final Journal journal;
    private final JournalIndex index;
    private final JournalLines lines;

    /** The deliveries of which the disk has an older state, because a newer one could not be written. */
    private final Set<String> outdated = new HashSet<>();

    /** The deliveries of which no line that was taken says that nobody knows when they may have arrived. */
    private final Set<String> attemptedAtSomeTime = ConcurrentHashMap.newKeySet();

    /** Whether the folder was read, and what follows from the state in which it was found is noted. */
    private boolean isRead;

    /** The lock on the folder; null while this process does not use the folder. */
    @CheckForNull
    private FolderLock lock;

    private HomeMarkFile.Verdict verdict = HomeMarkFile.Verdict.OUTDATED;
    private Instant lastWrite = Instant.EPOCH;

    /** Whether a line is of a time that is still to come. */
    private boolean hasLinesOfTheFuture;

    /**
     * The time in which somebody else may have sent what waits, as far as the verdict is the only reason for that; null where nobody knows.
     */
    @CheckForNull
    private AttemptPeriod pause;

    /** The deliveries that were read from segments that could not be opened before, and are still to be {@linkplain #settle settled}. */
    private final Set<String> news = new HashSet<>();

    /** Whether {@link #news} may have any delivery in it. */
    private volatile boolean isUnsettled;

    /** Whether the disk knows all that was found out when the outbox was opened, and nobody has removed any of it since. */
    private boolean isSettled = true;

    /** Until when the next process believes the lines on disk though some are outdated; null where it does not, or none are. */
    @CheckForNull
    private volatile Instant believedUntil;

    private volatile boolean wasteful;

    /** Whether what is of no more use could not be deleted when that was tried last. */
    private boolean keepsSpent;

    /** The home from which the deliveries were copied; null where none were. */
    @CheckForNull
    private volatile String copiedFrom;

    private OpenOutbox(Path folder, Host host, InstantSource clock, SegmentDisk disk) {
        this.folder = folder;
        this.clock = clock;
        mark = new HomeMarkFile(host, folder);
        journal = new Journal(folder.resolve("journal"), new Quarantine(folder.resolve("unreadable")), disk);
        index = new JournalIndex(journal::release);
        lines = new JournalLines(journal, index);
    }

    /**
     * Opens an outbox.
     *
     * @param folder exists
     * @throws IOException where that cannot be; nothing is open then
     */
    static OpenOutbox open(Path folder, Host host, InstantSource clock, SegmentDisk disk) throws IOException {
        OpenOutbox outbox = new OpenOutbox(folder, host, clock, disk);
        boolean isFirst = Files.notExists(folder.resolve(LOCK));
        outbox.lock();
        try {
            outbox.read(isFirst);
            return outbox;
        } catch (IOException | RuntimeException | Error e) {
            outbox.release();
            throw e;
        }
    }

    /** @param isFirst whether no version that locks the folder has used it */
    private void read(boolean isFirst) throws IOException {
        mark.read(isFirst);
        index.expectOlderLines(true);
        journal.open((position, json) -> replay(position, json, index::remember));
        readEnd().ifPresent(journal::expect);
        index.expectOlderLines(journal.countUnread() > 0);
        verdict = mark.verdict(lastWrite, clock.instant());
        pause = pause();
        settle(index.all(IndexedDelivery::isUnfinished));
        keepMark();
        reportForeign();
        isRead = true;
    }

    /**
     * Returns the time from the last line on, where the whole disk may be an earlier one, and nothing else is wrong: what this one does not
     * know was sent after that.
     */
    @CheckForNull
    private AttemptPeriod pause() {
        boolean onlyThat = verdict == HomeMarkFile.Verdict.PAUSED
                && !hasLinesOfTheFuture
                && journal.countUnread() == 0
                && journal.lastGap().isEmpty();
        return onlyThat
                ? new AttemptPeriod(
                        lastWrite.minus(HomeMarkFile.RECENT), clock.instant().plus(UNTIL_THE_CLOCK_IS_SET))
                : null;
    }

    /** Takes the folder for this process, unless it has it. */
    void lock() throws IOException {
        if (lock == null) {
            lock = FolderLock.acquire(folder, LOCK);
        }
    }

    /** Leaves the folder to others. What is appended afterwards needs the lock anew. */
    void release() throws IOException {
        FolderLock held = lock;
        lock = null;
        try (held) {
            journal.close();
            if (held != null && isRead) {
                keepEnd();
            }
        }
    }

    private void keepEnd() {
        try {
            Optional<SegmentEnd> end = journal.end();
            if (end.isPresent()) {
                Disk.replace(folder.resolve(END), end.get().toJson());
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The next process does not notice where somebody removes the latest lines", e);
        }
    }

    private Optional<SegmentEnd> readEnd() {
        Path file = folder.resolve(END);
        try {
            return Files.exists(file)
                    ? SegmentEnd.read(new String(Disk.read(file), StandardCharsets.UTF_8).strip())
                    : Optional.empty();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read " + file);
            return Optional.empty();
        }
    }

    Journal journal() {
        return journal;
    }

    JournalIndex index() {
        return index;
    }

    JournalLines lines() {
        return lines;
    }

    /** Returns whether the oldest segment should be emptied. */
    boolean isWasteful() {
        return wasteful;
    }

    StoreCondition condition() {
        int copied = index.copied();
        return new StoreCondition(
                journal.countUnread(), index.foreign(), false, copied, copied == 0 ? null : copiedFrom);
    }

    /** Appends lines, but for those that another write has made needless. */
    void append(List<JournalLine> batch) throws IOException {
        // Of what several threads bring at once under one id, the first is added.
        Set<String> added = new HashSet<>();
        List<JournalLine> due = batch.stream()
                .filter(index::isDue)
                .filter(line -> line.purpose() != JournalLine.Purpose.ADD || added.add(line.id()))
                .sorted(Comparator.comparing(JournalLine::purpose))
                .toList();
        boolean hadRemains = journal.hasRemains();
        try {
            List<LinePosition> positions =
                    journal.append(due.stream().map(JournalLine::json).toList());
            for (int i = 0; i < due.size(); i++) {
                index.apply(due.get(i), positions.get(i));
                due.get(i).written();
            }
        } catch (IOException | RuntimeException | Error e) {
            missed(due);
            throw e;
        }
        lastWrite = due.isEmpty() ? lastWrite : clock.instant();
        doubtWhatIsLost();
        caughtUp(due, hadRemains);
        deleteSpentSegments();
    }

    /**
     * Notes that the disk has no longer the last state of all deliveries, or has one that it has not taken, so that the next process knows
     * that.
     */
    private void missed(List<JournalLine> due) {
        boolean wasComplete = outdated.isEmpty();
        due.stream()
                .filter(line -> line.purpose() == JournalLine.Purpose.KEEP && index.contains(line.id()))
                .forEach(line -> outdated.add(line.id()));
        boolean isNews = !outdated.isEmpty() && (wasComplete || believedUntil != null);
        if (isNews || journal.hasRemains()) {
            believedUntil =
                    mark.remove() ? null : lastWrite.plus(HomeMarkFile.RECENT).plus(CLOCK_PRECISION);
        }
    }

    /** Where somebody has removed lines, what is on disk may be outdated: the next process has to know that. */
    private void doubtWhatIsLost() {
        if (isSettled && journal.mayHaveLost()) {
            isSettled = false;
            mark.remove();
        }
    }

    /** @param hadRemains whether the disk had lines before that were not taken, and may have them still */
    private void caughtUp(List<JournalLine> written, boolean hadRemains) {
        if (!outdated.isEmpty() || hadRemains) {
            // What is only repeated is as outdated as before.
            written.stream()
                    .filter(line -> line.purpose() != JournalLine.Purpose.REPEAT)
                    .forEach(line -> outdated.remove(line.id()));
            if (outdated.isEmpty() && !journal.hasRemains()) {
                believedUntil = null;
            }
            keepMark();
        }
    }

    /** Returns for how long the next process would believe lines that are outdated. */
    Duration untilDoubted() {
        Instant until = believedUntil;
        Duration rest = until == null ? Duration.ZERO : Duration.between(clock.instant(), until);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /**
     * Marks the outbox, if all that is known of the deliveries is on disk, and was read. Where something else is still to
     * be read with the doubts of now, the next process must have them, too.
     */
    private void keepMark() {
        if (verdict != HomeMarkFile.Verdict.COMPLETE && journal.countUnread() > 0) {
            if (verdict.isInDoubt()) {
                mark.remove();
            }
            return;
        }
        if (!outdated.isEmpty() || !isSettled || isUnsettled || journal.hasRemains()) {
            return;
        }
        try {
            if (!mark.isOurs()) {
                mark.write();
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "Without a mark, the next process looks for what waits before it sends it", e);
        }
    }

    /**
     * Deletes what is of no more use. The batch is written by then, so a failure here is no failure of the writing.
     */
    private void deleteSpentSegments() {
        try {
            journal.deleteSpent();
            keepsSpent = false;
        } catch (IOException e) {
            Level level = keepsSpent ? Level.FINE : Level.WARNING;
            keepsSpent = true;
            LOGGER.log(level, "Could not delete notifications that have been sent from the disk; it is tried again", e);
        }
        wasteful = journal.isWasteful();
    }

    /**
     * Writes down what is not to be sent as it stands: what may have been sent already, or is for somebody else to send.
     */
    private void settle(List<IndexedDelivery> unfinished) {
        if (verdict == HomeMarkFile.Verdict.COPIED) {
            String origin = mark.origin();
            copiedFrom = origin;
            rewrite(unfinished, line -> line.copiedFrom(origin), it -> it.as(it.state(), IndexedDelivery.Kind.COPIED));
        } else if (verdict.isInDoubt()) {
            doubt(unfinished, OUTDATED, pause);
        } else {
            journal.lastGap()
                    .ifPresent(gap -> doubt(
                            unfinished.stream()
                                    .filter(it -> it.position().isBefore(gap))
                                    .toList(),
                            DAMAGED,
                            null));
        }
    }

    /**
     * Writes lines that take the place of others. Where the disk takes none, the index alone knows of them, and the mark
     * does not let the next process believe the lines on disk.
     */
    private void rewrite(
            List<IndexedDelivery> deliveries,
            UnaryOperator<StoredDelivery> change,
            UnaryOperator<IndexedDelivery> meaning) {
        try {
            JournalLines.inChunks(deliveries, chunk -> append(lines.changed(chunk, change, clock.instant())));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not write down which notifications may have been sent before", e);
            isSettled = false;
            if (verdict != HomeMarkFile.Verdict.COPIED) {
                mark.remove();
            }
            deliveries.forEach(delivery -> index.reinterpret(delivery, meaning.apply(delivery)));
        }
    }

    /** @param period in which they may have been sent; null where nobody knows it */
    private void doubt(List<IndexedDelivery> unfinished, String why, @CheckForNull AttemptPeriod period) {
        List<IndexedDelivery> takenForNew = unfinished.stream()
                .filter(it -> it.isTakenForNew() && !it.isCopied())
                .toList();
        rewrite(takenForNew, line -> line.doubted(why, period), it -> it.as(Delivery.State.UNCERTAIN, it.kind()));
        // What is looked for anyhow may have been tried once more, at a time that no line says any more.
        List<IndexedDelivery> lookedFor = unfinished.stream()
                .filter(it -> !it.isTakenForNew() && !it.isCopied())
                .toList();
        rewrite(lookedFor, line -> line.alsoAttempted(period), this::attemptedAtSomeTime);
    }

    private IndexedDelivery attemptedAtSomeTime(IndexedDelivery delivery) {
        attemptedAtSomeTime.add(delivery.id());
        return delivery;
    }

    /** Returns what the line of a delivery would say if the disk had taken another one. */
    StoredDelivery correct(IndexedDelivery delivery, StoredDelivery line) {
        StoredDelivery corrected = delivery.correct(line);
        return attemptedAtSomeTime.contains(delivery.id()) ? corrected.alsoAttempted(null) : corrected;
    }

    /** Returns whether something could not be opened, or was not taken in to its end since. */
    boolean mustReadAgain() {
        return condition().unreadFiles() > 0 || isUnsettled;
    }

    /**
     * Tries again to read what could not be opened, with the doubts of the time when it could not. A disk that hangs at that keeps nobody
     * from writing. Does nothing once the folder was left to others.
     *
     * @param commit by which all else is written
     */
    void readAgain(GroupCommit<?> commit) throws IOException {
        for (int segment : journal.unreadSegments()) {
            Optional<byte[]> content = journal.content(segment);
            if (content.isPresent()) {
                commit.exclusively(() -> readAgain(segment, content.get()));
            }
        }
        commit.exclusively(this::settleNews);
    }

    private void readAgain(int segment, byte[] content) {
        if (lock == null) {
            return;
        }
        Consumer<IndexedDelivery> learn = indexed -> {
            if (!index.contains(indexed.id())) {
                news.add(indexed.id());
            }
            index.remember(indexed);
        };
        isUnsettled = true;
        journal.readAgain(segment, content, (position, json) -> replay(position, json, learn));
    }

    private void settleNews() throws IOException {
        if (lock == null) {
            return;
        }
        isUnsettled = true;
        index.expectOlderLines(journal.countUnread() > 0);
        settle(unfinished(news));
        news.clear();
        isUnsettled = false;
        keepMark();
    }

    private List<IndexedDelivery> unfinished(Set<String> ids) {
        return ids.stream()
                .map(index::get)
                .filter(indexed -> indexed != null && indexed.isUnfinished())
                .toList();
    }

    private void replay(LinePosition position, String json, Consumer<IndexedDelivery> learn) {
        Optional<StoredDelivery> known = readHead(json);
        if (known.isEmpty()) {
            StoredDelivery.Header header = StoredDelivery.Header.read(json);
            learn.accept(new IndexedDelivery(position, header.id(), null, 0, foreignKind(header)));
        } else if (known.get().isForgotten()) {
            index.forget(known.get().id(), position);
        } else {
            JournalLine.Result result = JournalLine.Result.of(known.get());
            noteWrite(known.get().changeTime());
            if (known.get().origin() != null) {
                copiedFrom = known.get().origin();
            }
            learn.accept(
                    new IndexedDelivery(position, known.get().id(), result.state(), result.changedAt(), result.kind()));
        }
    }

    /**
     * Reads the head of a line; empty where a newer version of the plugin has written it.
     *
     * @throws RuntimeException where it is neither
     */
    private static Optional<StoredDelivery> readHead(String json) {
        try {
            StoredDelivery head = StoredDelivery.readHead(json);
            if (head.v() == StoredDelivery.VERSION) {
                return Optional.of(head);
            }
        } catch (RuntimeException e) {
            if (!StoredDelivery.Header.read(json).isOfNewerVersion()) {
                throw e;
            }
            return Optional.empty();
        }
        if (!StoredDelivery.Header.read(json).isOfNewerVersion()) {
            throw new IllegalArgumentException("Of no version that there ever was");
        }
        return Optional.empty();
    }

    private static IndexedDelivery.Kind foreignKind(StoredDelivery.Header header) {
        return header.isFinished() ? IndexedDelivery.Kind.FOREIGN_FINISHED : IndexedDelivery.Kind.FOREIGN;
    }

    /** Notes when the outbox was written to, unless a clock that was ahead says so. */
    private void noteWrite(Instant time) {
        boolean isOfTheFuture = time.isAfter(clock.instant().plus(HomeMarkFile.RECENT));
        hasLinesOfTheFuture |= isOfTheFuture;
        if (time.isAfter(lastWrite) && !isOfTheFuture) {
            lastWrite = time;
        }
    }

    private void reportForeign() {
        int foreign = index.foreign();
        if (foreign > 0) {
            LOGGER.warning(() -> "A newer version of Slack Notify has left " + foreign + " notifications in " + folder
                    + ". This version cannot read them and leaves them as they are; install the newer one again to have"
                    + " them sent");
        }
    }
}
