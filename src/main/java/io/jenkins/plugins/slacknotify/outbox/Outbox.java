package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.lane.Dispatcher;
import io.jenkins.plugins.slacknotify.outbox.thread.Bulkhead;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedLog;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;

/**
 * A durable queue of things to send.
 *
 * <p><b>Guarantees.</b> When {@link #accept} returns, the entry is in the store. The outbox tries to send it, over any
 * number of restarts and crashes, until it was sent, refused or discarded, or is too old to be news. Entries of one
 * sequence are tried in the order of their acceptance. Entries of one lane are tried one at a time, the most urgent
 * sequence first. An entry that is accepted again under its id is not sent again.
 *
 * <p><b>Non-guarantees.</b> While the store cannot write, the entry and what becomes of it are in memory only, see {@link #storeProblem}. A
 * crash loses what is in memory: an entry that was accepted meanwhile is then lost, and one that was on disk before is looked for if it was
 * sent meanwhile, as far as the store knows that it may have been. While the store cannot be read at the start, new entries may overtake
 * those of an earlier process. Whether an entry arrives twice whose attempt ended without an answer depends on what the {@link Courier} can
 * find out.
 *
 * <p><b>Threads.</b> Safe for use by many. {@link #accept} writes to disk on the caller's thread and waits for nothing
 * else. Sending happens on threads of the outbox, see {@link OutboxThreads}.
 */
public final class Outbox implements Closeable {
    private static final GuardedLog LOGGER = GuardedLog.of(Outbox.class);

    /** The time between two sweeps, which repair what got lost for lack of memory or threads. */
    static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);

    /** After this time without a thread for the start, the next accepted entry asks for a thread again. */
    private static final Duration START_TIMEOUT = Duration.ofMillis(100);

    /** After this time without progress a lane counts as stuck. An attempt takes seconds, an upload minutes. */
    static final Duration STUCK_AFTER = AttemptPeriod.MAX_ATTEMPT_DURATION;

    /** The store on disk, for what is never in memory alone. */
    private final OutboxStore disk;

    /** The store for deliveries: it keeps them on disk, or in memory while the disk takes nothing. */
    private final ResilientStore store;

    private final Backoff backoff;
    private final MaximumAge maximumAge;
    private final InstantSource clock;
    private final OutboxThreads threads;
    private final DeliveryAttempts attempts;
    private final Dispatcher dispatcher;

    /** Since when the entries of earlier processes cannot be read; null if they were read, or nobody has tried. */
    @CheckForNull
    private volatile Instant unreadSince;

    /** When the store is to be read again, in nanoseconds of uptime; null if it need not be. */
    @CheckForNull
    private volatile Long recoverAt;

    /** Whether the store may have an unfinished entry that the dispatcher does not know, and no timer is set to read it. */
    private volatile boolean mustRead;

    /** Since when the condition of the store needs a person; null if it does not, or the store was not read. */
    @CheckForNull
    private volatile Instant conditionSince;

    /** When the next sweep is overdue, in nanoseconds of uptime; null before the start, and after the end. */
    private final AtomicReference<Long> sweepOverdueAt = new AtomicReference<>();

    /** Gets the unfinished entries of earlier processes before they are sent. */
    private volatile Consumer<List<DeliveryHead>> leftoverListener = left -> {};

    /** The number of the sweep that is planned. A sweep with another number does nothing. */
    private final AtomicLong sweepRound = new AtomicLong();

    /** Held by the thread that reads unfinished entries from the store. */
    private final ReentrantLock reading = new ReentrantLock();

    /** The ids of the entries that are being discarded. Its monitor is held while an id is added, or an entry from the store is scheduled. */
    private final Set<String> discarding = new HashSet<>();

    private boolean begun;

    /** Whether the dispatcher knows all unfinished entries of earlier processes. */
    private volatile boolean readAll;

    private final AtomicLong lastPosition = new AtomicLong();
    private final DeliveryFutures futures;

    Outbox(OutboxBuilder options) {
        backoff = options.backoff;
        clock = options.clock;
        threads = new GuardedThreads(options.threads);
        maximumAge = new MaximumAge(options.maximumAge, clock, threads, options.untilTheClockIsSet);
        disk = options.store;
        store = new ResilientStore(disk, backoff, options.remembered, clock, threads);
        futures = new DeliveryFutures(store::read);
        attempts = new DeliveryAttempts(options, store, maximumAge, futures);
        Pace pace = options.pace;
        Bulkhead workers = new Bulkhead(
                options.threads::work, pace::workers, () -> threads.uptime().toNanos());
        dispatcher = new Dispatcher(
                attempts, (lane, task) -> workers.execute(pace.account(lane), task), threads, clock, backoff);
    }

    /**
     * Returns a builder, with the defaults of {@link OutboxBuilder}.
     *
     * @param store which the outbox closes
     */
    public static OutboxBuilder builder(OutboxStore store, Courier courier, OutboxThreads threads) {
        return new OutboxBuilder(store, courier, threads);
    }

    /**
     * Starts to send: first what an earlier process left, then what was accepted meanwhile. Returns at once; a thread
     * of the outbox reads the store.
     */
    public void start() {
        planSweep();
        // A sign of life is due soon: where no thread can be had now, the next entry asks for one.
        sweepOverdueAt.set(threads.uptime().plus(START_TIMEOUT).toNanos());
        threads.work(this::begin);
    }

    /** Reads the store, and then begins to send, even if the store could not be read. */
    private void begin() {
        reading.lock();
        try {
            if (!begun) {
                try {
                    recover(1);
                } finally {
                    begun = true;
                    dispatcher.begin();
                }
            }
        } finally {
            reading.unlock();
        }
    }

    /**
     * Accepts an entry for sending.
     *
     * @return false where the id is known already; nothing has changed then
     */
    public boolean accept(Entry entry) {
        return acceptAll(List.of(entry)).get(0);
    }

    /**
     * Accepts entries for sending, in that order, as {@link #accept} does, at the cost of one write to disk.
     *
     * @return for each of them false where its id is known already
     */
    public List<Boolean> acceptAll(List<Entry> entries) {
        List<Delivery> deliveries = entries.stream()
                .map(entry -> Delivery.accepted(entry, nextPosition(entry.acceptedAt())))
                .toList();
        List<Boolean> added = store.addAll(deliveries);
        for (int i = 0; i < deliveries.size(); i++) {
            dispatchIfNew(deliveries.get(i), added.get(i));
        }
        return added;
    }

    /**
     * Accepts an entry for sending, as {@link #accept} does, but only if the store takes it: for a caller who promises
     * somebody that it is not lost.
     *
     * @return false where the id is known already; nothing has changed then
     * @throws IOException where the store did not take it; it is then neither kept in memory nor sent
     */
    public boolean acceptDurably(Entry entry) throws IOException {
        Delivery delivery = Delivery.accepted(entry, nextPosition(entry.acceptedAt()));
        return dispatchIfNew(delivery, store.addDurably(delivery));
    }

    private boolean dispatchIfNew(Delivery delivery, boolean isNew) {
        if (isNew) {
            schedule(delivery);
        }
        return isNew;
    }

    /** Gives a delivery that is in the store to the dispatcher. Throws nothing: the caller's work is done, and a sweep repeats this. */
    private void schedule(Delivery delivery) {
        try {
            dispatcher.add(delivery.head());
            sweepWhereOverdue();
        } catch (RuntimeException | Error e) {
            // For lack of memory, for example. The next sweep schedules what it finds in the store.
            mustRead = true;
            LOGGER.log(Level.WARNING, "Could not schedule a notification; it will be sent a little later", e);
        }
    }

    /** Returns what is known of an entry; empty where the id was never accepted or has been forgotten. */
    public Optional<Delivery> find(String id) {
        return store.find(id);
    }

    /**
     * Returns what is known of an entry, as {@link #find} does.
     *
     * @throws IOException where it is kept and cannot be read now
     */
    public Optional<Delivery> read(String id) throws IOException {
        return store.read(id);
    }

    /** Returns the state of what {@link #find} returns. Reads no disk where the store knows it by heart. */
    public Optional<Delivery.State> stateOf(String id) {
        return store.stateOf(id);
    }

    /** Returns whether what is known of an entry is on disk, so that the next process knows it, too. */
    public boolean isOnDisk(String id) {
        return store.isOnDisk(id);
    }

    /**
     * Returns a stage that completes when an entry is finished, or held until a person has fixed something. It survives
     * no restart: ask again after one.
     *
     * @return completed already, or on a thread of the outbox, so dependent stages must do little; never completed if the outbox is closed
     *     before; failed with {@link NoSuchElementException} if the id is not known. If the disk cannot be read, it is read again each minute
     */
    public CompletionStage<Delivery> whenSettled(String id) {
        return futures.get(id);
    }

    /**
     * Discards an entry that waits.
     *
     * @return false where that cannot be: the entry is not known, finished, or being sent at this moment
     */
    public boolean discard(String id) {
        Optional<DeliveryHead> taken = find(id).flatMap(it -> takeToDiscard(it.head()));
        try {
            return taken.isPresent() && discardTaken(taken.get());
        } finally {
            if (taken.isPresent()) { // Otherwise another thread may be discarding it.
                synchronized (discarding) {
                    discarding.remove(id);
                }
            }
        }
    }

    private Optional<DeliveryHead> takeToDiscard(DeliveryHead head) {
        synchronized (discarding) {
            Optional<DeliveryHead> taken = dispatcher.remove(head);
            taken.ifPresent(it -> discarding.add(it.id()));
            return taken;
        }
    }

    /** Schedules an entry from the store, unless it is being discarded: it could be sent before the discarding is on disk. */
    private void scheduleStored(DeliveryHead head) {
        synchronized (discarding) {
            if (discarding.contains(head.id())) {
                mustRead = true;
            } else {
                dispatcher.add(head);
            }
        }
    }

    /** Discards an entry that was taken from the dispatcher, or gives it back. */
    private boolean discardTaken(DeliveryHead taken) {
        boolean isDiscarded = false;
        try {
            // Read it again, because an attempt to send it may have ended meanwhile.
            Optional<Delivery> delivery =
                    find(taken.id()).filter(it -> !it.state().isFinished());
            if (delivery.isPresent()) {
                Delivery discarded = delivery.get().discarded(clock.instant());
                dispatcher.settled(attempts.conclude(List.of(discarded), null).heads());
                isDiscarded = true;
            }
        } finally {
            if (!isDiscarded) {
                mustRead = true;
                dispatcher.add(taken);
            }
        }
        return isDiscarded;
    }

    /** Tries all waiting entries at once, because the reasons why they wait may be fixed. */
    public void wakeAll() {
        dispatcher.wakeAll();
    }

    /**
     * Tries at once the entries of some lanes that are held, because the reasons may be fixed. So are entries in doubt that rest because
     * their last attempt was held.
     *
     * @param lanes whether a lane of that name is one of them
     */
    public void retryHeld(Predicate<String> lanes) {
        dispatcher.releaseHeld(lanes);
    }

    /**
     * Returns the heads of all unfinished entries, as far as the store has been read, in order of acceptance. Reads no disk; {@link #find}
     * returns the whole of an entry.
     */
    public List<DeliveryHead> unfinished() {
        return dispatcher.all().stream()
                .sorted(Comparator.comparingLong(DeliveryHead::position))
                .toList();
    }

    /** Returns the finished entries that are not forgotten yet, last finished first. Reads from disk. */
    public List<Delivery> finished(int atMost) {
        return store.finished(atMost);
    }

    /**
     * Returns the heads of the finished entries that are on disk with their payloads, in order of acceptance. Reads from disk, but no
     * payload. If some cannot be read now, they are missing, and the result says so.
     */
    public OutboxStore.FinishedHeads finishedHeads() {
        return store.finishedHeads();
    }

    /** Returns the problem of the store; empty while all entries are safe on disk. Reads no disk. */
    public Optional<StoreProblem> storeProblem() {
        Instant unread = unreadSince;
        return Stream.of(Optional.ofNullable(unread), store.unwrittenSince(), Optional.ofNullable(conditionSince))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(since -> new StoreProblem(
                        since, store.unwritten(), store.unwrittenUnfinished(), unread != null, disk.condition()));
    }

    /**
     * Takes the store for this process, though there may be nothing to send yet: another process on the same store learns of it. Costs
     * nothing where this process has it.
     *
     * @throws IOException if another process has it, or it cannot be opened; it is tried again with the first entry
     */
    public void claim() throws IOException {
        disk.claim();
    }

    /**
     * Sends the unfinished entries that came with the copy of another machine's outbox. Each message is searched for in Slack first.
     *
     * @throws IOException if the store does not take that; nothing is lost then, and it can be tried again
     */
    public void releaseCopied() throws IOException {
        disk.releaseCopied();
        recover(1);
    }

    /**
     * Discards the unfinished entries that came with the copy of another machine's outbox.
     *
     * @throws IOException if the store does not take that; it can be tried again
     */
    public void discardCopied() throws IOException {
        List<String> discarded = new ArrayList<>();
        try {
            disk.discardCopied(clock.instant(), discarded::add);
        } finally {
            threads.work(() -> discarded.forEach(id -> find(id).ifPresent(this::concluded)));
        }
        recover(1);
    }

    private void concluded(Delivery delivery) {
        attempts.concluded(delivery);
        dispatcher.settled(List.of(delivery.head()));
    }

    /**
     * Keeps finished entries in the store, with what was sent, for as long as they are of use, and not for two weeks only.
     * Call this before the start.
     *
     * @param open returns those of use; asked now and then, on a thread of the outbox
     */
    public void keepWhile(Supplier<OutboxStore.OpenDeliveries> open) {
        store.keepWhile(open);
    }

    /**
     * Gives the unfinished entries of the store to a listener, in order of acceptance, before any of them is sent and before
     * {@link #awaitRead} returns. The listener is called each time that the store was read: once, or again if some entries could not be read
     * before. Then some of them may have been sent meanwhile, or be of this process. Call this before the start.
     *
     * @param listener called on a thread of the outbox or of a caller of {@link #awaitRead}; sending begins when it has returned
     */
    public void beforeSending(Consumer<List<DeliveryHead>> listener) {
        leftoverListener = listener;
    }

    /**
     * Tells a listener of each entry whose last state was in memory only, once that state is {@linkplain #isOnDisk on disk}. Call this before
     * the start.
     *
     * @param listener called on any thread
     */
    public void onceOnDisk(Consumer<Delivery> listener) {
        store.onceOnDisk(listener);
    }

    /** Returns the problem that keeps entries from being tried, such as a lack of threads; empty if there is none. Reads no disk. */
    public Optional<DispatchProblem> dispatchProblem() {
        Duration now = threads.uptime();
        return dispatcher
                .stuckSince()
                .map(now::minusNanos)
                .filter(time -> time.compareTo(STUCK_AFTER) > 0)
                .map(time -> new DispatchProblem(clock.instant().minus(time), waiting()));
    }

    /**
     * Waits until the entries of earlier processes were read, or could not be. Reads them itself if no thread has begun to.
     *
     * @return whether all unfinished entries are known: all could be read, and none is of a newer version of the plugin
     */
    public boolean awaitRead() {
        begin();
        return readAll;
    }

    /** Returns how many entries are not finished, as far as the store has been read. */
    public int waiting() {
        return dispatcher.waiting();
    }

    /** Returns how many entries of a lane are not finished, as far as the store has been read. */
    public int waiting(String lane) {
        return dispatcher.waiting(lane);
    }

    /** Returns the approximate size of the unfinished entries in bytes, as far as the store has been read. Reads no disk. */
    public long waitingBytes() {
        return store.unfinishedBytes();
    }

    /**
     * Stops sending. Attempts under way get a moment to end. One that does not end leaves its entry in the store as it
     * is, and the next process looks for its message before it sends it again. What is only in memory is lost where the
     * store does not take it now.
     */
    @Override
    public void close() throws IOException {
        sweepOverdueAt.set(null);
        dispatcher.stop();
        try {
            threads.close();
        } finally {
            store.close();
        }
    }

    /**
     * Reads the unfinished entries, and repeats that until it succeeds. Entries that the dispatcher knows already stay as they are. New entries
     * are sent meanwhile.
     */
    private void recover(int attempt) {
        reading.lock();
        boolean isDone = false;
        try {
            mustRead = false;
            read(attempt);
            isDone = true;
        } finally {
            if (!isDone) {
                // Another attempt to read could not be planned either.
                mustRead = true;
            }
            reading.unlock();
        }
    }

    private void read(int attempt) {
        try {
            List<DeliveryHead> left = store.heads();
            left.forEach(head -> lastPosition.accumulateAndGet(head.position(), Math::max));
            showToListener(left);
            left.forEach(this::scheduleStored);
            StoreCondition condition = disk.condition();
            conditionSince = condition.equals(StoreCondition.GOOD) ? null : firstOf(conditionSince);
            readAll = condition.unreadFiles() == 0 && condition.foreign() == 0;
            if (condition.unreadFiles() > 0) {
                unreadSince = firstOf(unreadSince);
                planRecovery(attempt);
            } else {
                unreadSince = null;
                recoverAt = null;
            }
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.log(
                    attempt == 1 ? Level.SEVERE : Level.FINE,
                    "Could not read the notifications that were left to send; it will be tried again",
                    e);
            unreadSince = firstOf(unreadSince);
            planRecovery(attempt);
        }
    }

    /** Whatever the listener throws does not keep the entries from being sent. */
    private void showToListener(List<DeliveryHead> left) {
        LOGGER.guard(
                "What was left to send is sent, but could not be looked at before",
                () -> leftoverListener.accept(left));
    }

    private Instant firstOf(@CheckForNull Instant before) {
        return before == null ? clock.instant() : before;
    }

    private void planRecovery(int attempt) {
        Duration wait = backoff.after(attempt);
        recoverAt = threads.uptime().plus(wait).toNanos();
        threads.later(wait, () -> recover(attempt + 1));
    }

    private void planSweep() {
        sweepOverdueAt.set(threads.uptime().plus(SWEEP_INTERVAL.multipliedBy(2)).toNanos());
        long round = sweepRound.incrementAndGet();
        threads.later(SWEEP_INTERVAL, () -> sweep(round));
    }

    /** Sweeps on another thread if the timer for the sweep has got lost. */
    private void sweepWhereOverdue() {
        Long overdueAt = sweepOverdueAt.get();
        if (overdueAt != null
                && overdueAt < threads.uptime().toNanos()
                && sweepOverdueAt.compareAndSet(overdueAt, overdueAt + SWEEP_INTERVAL.toNanos())) {
            long round = sweepRound.incrementAndGet();
            threads.work(() -> sweep(round));
        }
    }

    /**
     * Repairs what got lost for lack of memory or threads, and tries held entries that have become too old, so that they expire.
     *
     * @param round the number of this sweep; if a later one is planned, this one does nothing
     */
    private void sweep(long round) {
        if (sweepOverdueAt.get() == null || round != sweepRound.get()) {
            return;
        }
        try {
            guarded(() -> unlessSomebodyReads(this::begin));
            guarded(store::sweep);
            guarded(futures::sweep);
            guarded(() -> {
                if (dispatcher.sweep(maximumAge.passed())) {
                    mustRead = true;
                }
            });
            guarded(() -> unlessSomebodyReads(this::readWhatIsOverdue));
        } finally {
            planSweep();
        }
    }

    /** Does one part of a sweep. Whatever it throws does not keep the next part from being done. */
    private static void guarded(Runnable part) {
        LOGGER.guard("Could not look after the notifications that wait; it will be tried again", part);
    }

    /** Runs a part that reads, unless another thread is reading: while the disk hangs, waiting sweeps would take all threads. */
    private void unlessSomebodyReads(Runnable part) {
        if (reading.tryLock()) {
            try {
                part.run();
            } finally {
                reading.unlock();
            }
        }
    }

    private void readWhatIsOverdue() {
        Long due = recoverAt;
        boolean isOverdue = due != null
                && due + SWEEP_INTERVAL.toNanos() / 2 < threads.uptime().toNanos();
        if (isOverdue || mustRead) {
            recover(2);
        }
    }

    /**
     * Returns a position that follows the clock, so that positions of different processes are in order, and that was
     * never used.
     */
    private long nextPosition(Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return lastPosition.updateAndGet(last -> Math.max(last + 1, micros));
    }
}
