package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
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

    private final MaximumAge maximumAge;
    private final InstantSource clock;
    private final OutboxThreads threads;
    private final DeliveryAttempts attempts;
    private final Dispatcher dispatcher;
    private final LeftoverReader leftovers;

    /** When the next sweep is overdue, in nanoseconds of uptime; null before the start, and after the end. */
    private final AtomicReference<Long> sweepOverdueAt = new AtomicReference<>();

    /** Gets the unfinished entries of earlier processes before they are sent. */
    private volatile Consumer<List<DeliveryHead>> leftoverListener = left -> {};

    /** The number of the sweep that is planned. A sweep with another number does nothing. */
    private final AtomicLong sweepRound = new AtomicLong();

    /** The ids of the entries that are being discarded. Its monitor is held while an id is added, or an entry from the store is scheduled. */
    private final Set<String> discarding = new HashSet<>();

    private final AtomicLong lastPosition = new AtomicLong();
    private final DeliveryFutures futures;

    Outbox(OutboxBuilder options) {
        clock = options.clock;
        threads = new GuardedThreads(options.threads);
        maximumAge = new MaximumAge(options.maximumAge, clock, threads, options.untilTheClockIsSet);
        disk = options.store;
        store = new ResilientStore(disk, options.backoff, options.remembered, clock, threads);
        futures = new DeliveryFutures(store::read);
        attempts = new DeliveryAttempts(options, store, maximumAge, futures);
        Pace pace = options.pace;
        Bulkhead workers = new Bulkhead(
                options.threads::work, pace::workers, () -> threads.uptime().toNanos());
        dispatcher = new Dispatcher(
                attempts, (lane, task) -> workers.execute(pace.account(lane), task), threads, clock, options.backoff);
        leftovers = new LeftoverReader(options, store, threads, this::scheduleLeftovers, dispatcher::begin);
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
        threads.work(leftovers::readFirst);
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
            leftovers.require();
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

    /** Schedules the unfinished entries of the store, in order of acceptance, once the listener has seen them. */
    private void scheduleLeftovers(List<DeliveryHead> left) {
        left.forEach(head -> lastPosition.accumulateAndGet(head.position(), Math::max));
        LOGGER.guard(
                "What was left to send is sent, but could not be looked at before",
                () -> leftoverListener.accept(left));
        left.forEach(this::scheduleStored);
    }

    /** Schedules an entry from the store, unless it is being discarded: it could be sent before the discarding is on disk. */
    private void scheduleStored(DeliveryHead head) {
        synchronized (discarding) {
            if (discarding.contains(head.id())) {
                leftovers.require();
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
                leftovers.require();
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
        Optional<Instant> unread = leftovers.unreadSince();
        return Stream.of(unread, store.unwrittenSince(), leftovers.conditionSince())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(since -> new StoreProblem(
                        since, store.unwritten(), store.unwrittenUnfinished(), unread.isPresent(), disk.condition()));
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
        leftovers.read();
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
        leftovers.read();
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
        leftovers.readFirst();
        return leftovers.hasReadAll();
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
            guarded(leftovers::sweepFirst);
            guarded(store::sweep);
            guarded(futures::sweep);
            guarded(() -> {
                if (dispatcher.sweep(maximumAge.passed())) {
                    leftovers.require();
                }
            });
            guarded(leftovers::sweep);
        } finally {
            planSweep();
        }
    }

    /** Does one part of a sweep. Whatever it throws does not keep the next part from being done. */
    private static void guarded(Runnable part) {
        LOGGER.guard("Could not look after the notifications that wait; it will be tried again", part);
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
