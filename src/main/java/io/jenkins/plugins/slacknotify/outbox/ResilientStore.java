package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedLog;
import io.jenkins.plugins.slacknotify.outbox.thread.KeyedLocks;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.SteadyClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A store that goes on working while the disk does not. It keeps in memory the deliveries that the {@link OutboxStore} does not take, and
 * writes them when the store works again: by a timer, or after the next success.
 *
 * <p>While the disk is broken, memory keeps as many finished deliveries as the disk would, and as long, so that the disk may be broken for
 * days.
 *
 * <p>Safe for use by many threads, as long as no two of them update one delivery at a time.
 */
final class ResilientStore {
    private static final GuardedLog LOGGER = GuardedLog.of(ResilientStore.class);

    /**
     * How long a finished delivery is remembered at most, on disk and in memory. Later messages may refer to it.
     */
    static final Duration RETENTION = Duration.ofDays(14);

    /**
     * How many finished deliveries keep their payloads, apart from those of one {@link #FORGET_INTERVAL} and of sequences that go on.
     */
    static final int MAX_WHOLE = 10_000;

    /** The time between two rounds of forgetting, while deliveries finish. */
    static final Duration FORGET_INTERVAL = Duration.ofHours(1);

    /** How late a timer may come before another one is set in its place. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** How many deliveries are written at once when the store works again; some hundred kilobytes. */
    private static final int CHUNK = 200;

    private final OutboxStore store;
    private final Backoff backoff;
    private final int remembered;
    private final InstantSource clock;
    private final OutboxThreads threads;

    /** The states that are not on disk. They are written under the lock of this object, so that no old state follows a newer one. */
    private final UnwrittenDeliveries unwritten = new UnwrittenDeliveries();

    /** Locks by the ids of the deliveries that are being added. */
    private final KeyedLocks<String> beingAdded = new KeyedLocks<>();

    private final AtomicInteger retries = new AtomicInteger();

    /** Whether a thread was asked to write the states in memory, and has not begun. */
    private final AtomicBoolean catchUpAsked = new AtomicBoolean();

    /** When the states in memory are to be written, in nanoseconds of uptime; null if that is not planned. */
    private final AtomicReference<Long> retryAt = new AtomicReference<>();

    /** The clock by which finished deliveries become old enough to be forgotten. */
    private final InstantSource steadyClock;

    /**
     * When the next round of forgetting is due, in nanoseconds of uptime. Not at the start: the clock may not be set yet, and the open
     * deliveries are not known yet.
     */
    private final AtomicLong forgetAt = new AtomicLong();

    /** Returns the finished deliveries that something still refers to. The outbox sets it once it knows them. */
    private volatile Supplier<OutboxStore.OpenDeliveries> open = () -> OutboxStore.OpenDeliveries.NONE;

    /** Gets each delivery whose last state was in memory only, and is on disk now. */
    private volatile Consumer<Delivery> caughtUp = delivery -> {};

    private volatile boolean closed;

    /** @param remembered how many finished deliveries are remembered, apart from those of one {@link #FORGET_INTERVAL} */
    ResilientStore(OutboxStore store, Backoff backoff, int remembered, InstantSource clock, OutboxThreads threads) {
        this.store = store;
        this.backoff = backoff;
        this.remembered = remembered;
        this.clock = clock;
        this.threads = threads;
        steadyClock = new SteadyClock(clock, threads);
        forgetAt.set(now() + FORGET_INTERVAL.toNanos());
    }

    /**
     * Keeps new deliveries in that order, each in memory if the store does not take it. Calls with the same id run one after the other: if
     * the disk works only now and then, one delivery could be kept on disk and another one in memory.
     *
     * @return for each of them false where its id is known already
     */
    List<Boolean> addAll(List<Delivery> deliveries) {
        SortedSet<String> ids =
                deliveries.stream().map(it -> it.entry().id()).collect(Collectors.toCollection(TreeSet::new));
        try (KeyedLocks.Held held = beingAdded.lockAll(ids)) {
            return deliveries.size() < 2 || ids.stream().anyMatch(unwritten::has)
                    ? deliveries.stream().map(this::addAlone).toList()
                    : addTogether(deliveries);
        }
    }

    private boolean addAlone(Delivery delivery) {
        if (unwritten.has(delivery.entry().id())) {
            return false;
        }
        try {
            boolean added = store.add(delivery);
            afterSuccess();
            return added;
        } catch (IOException | RuntimeException | Error e) {
            return isStored(delivery)
                    .or(() -> closed ? addedAtLast(delivery) : Optional.empty())
                    .orElseGet(() -> remember(delivery, e));
        }
    }

    private boolean remember(Delivery delivery, Throwable why) {
        report(why);
        boolean isNew = unwritten.add(delivery, clock.instant());
        writeLater();
        return isNew;
    }

    private List<Boolean> addTogether(List<Delivery> deliveries) {
        try {
            List<Boolean> added = store.addAll(deliveries);
            afterSuccess();
            return added;
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.log(Level.FINE, "Could not write several notifications at once; it is tried with each", e);
            return deliveries.stream()
                    .map(delivery -> isStored(delivery).orElseGet(() -> addAlone(delivery)))
                    .toList();
        }
    }

    /**
     * Whether the delivery that the store has under this id is this one, and not an earlier one: the store may have taken it before it failed.
     * Empty if the store has none, or cannot be read.
     */
    private Optional<Boolean> isStored(Delivery delivery) {
        try {
            return store.find(delivery.entry().id()).map(it -> it.position() == delivery.position());
        } catch (IOException | RuntimeException | Error e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a new delivery in the store, and nowhere else.
     *
     * @return false where its id is known already
     * @throws IOException if the store did not take it; the id is then not known
     */
    boolean addDurably(Delivery delivery) throws IOException {
        try (KeyedLocks.Held held = beingAdded.lock(delivery.entry().id())) {
            if (unwritten.has(delivery.entry().id())) {
                return false;
            }
            boolean added = store.add(delivery);
            afterSuccess();
            return added;
        }
    }

    /**
     * Adds a delivery once more after a failure: the store may have been closed in this moment, and no state in memory is written any more.
     *
     * @return whether it was new; empty where it could not be written
     */
    private Optional<Boolean> addedAtLast(Delivery delivery) {
        try {
            return Optional.of(store.add(delivery) || isStored(delivery).orElse(false));
        } catch (IOException | RuntimeException | Error e) {
            return Optional.empty();
        }
    }

    /** Keeps the new states of deliveries in that order, in memory if the store does not take them. */
    void update(List<Delivery> deliveries) {
        if (deliveries.stream().anyMatch(it -> unwritten.has(it.entry().id()))) {
            updateUnwritten(deliveries);
        } else if (written(deliveries)) {
            afterSuccess();
        }
        if (deliveries.get(0).state().isFinished()) {
            forgetWhereDue();
        }
    }

    /** Forgets on another thread, so that nobody who waits for the end of a delivery waits for this, too. */
    private void forgetWhereDue() {
        long due = forgetAt.get();
        if (due <= now() && forgetAt.compareAndSet(due, now() + FORGET_INTERVAL.toNanos())) {
            threads.work(this::forget);
        }
    }

    private long now() {
        return threads.uptime().toNanos();
    }

    private synchronized void updateUnwritten(List<Delivery> deliveries) {
        if (written(deliveries)) {
            unwritten.removeAll(deliveries);
            afterSuccess();
        }
    }

    private boolean written(List<Delivery> deliveries) {
        try {
            updateOrRepeat(deliveries);
            return true;
        } catch (IOException | RuntimeException | Error e) {
            report(e);
            deliveries.forEach(it -> unwritten.update(it, clock.instant()));
            writeLater();
            return false;
        }
    }

    private void updateOrRepeat(List<Delivery> deliveries) throws IOException {
        try {
            store.updateAll(deliveries);
        } catch (IOException | RuntimeException | Error e) {
            if (!closed) {
                throw e;
            }
            // The store may have been closed in this moment, see addedAtLast.
            store.updateAll(deliveries);
        }
    }

    /** Logs a failure to write: as severe for the first state that is kept in memory, as fine for the others. */
    private void report(Throwable why) {
        LOGGER.log(
                unwritten.isEmpty() ? Level.SEVERE : Level.FINE,
                "Could not write a notification to disk; it is kept in memory, and lost if Jenkins stops before it"
                        + " can be written. Check the free space and the permissions of the folder slack-notify in"
                        + " JENKINS_HOME.",
                why);
    }

    /** Plans to write the states in memory. If this was closed meanwhile, writes them now, because no timer fires any more. */
    private void writeLater() {
        planRetry();
        if (closed) {
            catchUp();
        }
    }

    private void planRetry() {
        Duration wait = backoff.after(retries.get() + 1);
        if (retryAt.compareAndSet(null, now() + wait.toNanos())) {
            retries.incrementAndGet();
            threads.later(wait, this::retry);
        }
    }

    private void retry() {
        retryAt.set(null);
        catchUp();
    }

    /** Writes the states in memory if the timer for that got lost, or was never set for lack of memory. Call this now and then. */
    void sweep() {
        Long due = retryAt.get();
        boolean isLost = due == null ? !unwritten.isEmpty() : due + GRACE.toNanos() < now();
        if (isLost) {
            retry();
        }
    }

    /**
     * Asks a thread to write the states in memory, unless one was asked and has not begun: a store that took one delivery takes the others,
     * too. The caller's thread may be that of a build, which is not to wait.
     */
    private void afterSuccess() {
        if (!unwritten.isEmpty() && catchUpAsked.compareAndSet(false, true)) {
            threads.work(this::catchUp);
        }
    }

    private void catchUp() {
        List<Delivery> written = new ArrayList<>();
        try {
            writeMissing(written);
        } finally {
            // Not under the lock: the listener may remove a file for each delivery.
            written.forEach(this::tellListener);
        }
    }

    /** @param written gets the deliveries whose last state is on disk now */
    private synchronized void writeMissing(List<Delivery> written) {
        catchUpAsked.set(false);
        List<Delivery> missing = unwritten
                .all()
                .sorted(Comparator.comparingLong(Delivery::position))
                .toList();
        for (int from = 0; from < missing.size(); from += CHUNK) {
            List<Delivery> chunk = missing.subList(from, Math.min(from + CHUNK, missing.size()));
            if (!rewritten(chunk)) {
                return;
            }
            written.addAll(chunk);
        }
        if (!missing.isEmpty()) {
            retries.set(0);
            LOGGER.log(Level.INFO, "Notifications that were kept in memory are on disk now", null);
        }
    }

    private boolean rewritten(List<Delivery> chunk) {
        try {
            store.updateAll(chunk);
            unwritten.removeAll(chunk);
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.log(Level.FINE, "The disk takes nothing yet", e);
            planRetry();
            return false;
        }
        return true;
    }

    private void tellListener(Delivery written) {
        LOGGER.guard("Could not tell that a notification is on disk now", () -> caughtUp.accept(written));
    }

    /** Sets the listener that gets each delivery whose last state was in memory only, once that state is on disk. */
    void onceOnDisk(Consumer<Delivery> listener) {
        caughtUp = listener;
    }

    /**
     * Returns a delivery in its latest state, from memory or from the disk; empty where nothing is known of it.
     *
     * @throws IOException where it is kept and cannot be read
     */
    Optional<Delivery> read(String id) throws IOException {
        Optional<Delivery> inMemory = unwritten.find(id);
        return inMemory.isPresent() ? inMemory : store.find(id);
    }

    /** Returns what is known of a delivery; empty where nothing is, or it cannot be read. */
    Optional<Delivery> find(String id) {
        try {
            return read(id);
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read delivery " + id);
            return Optional.empty();
        }
    }

    /** Returns the state of the delivery that {@link #find} would return, without reading its line where the store knows the state. */
    Optional<Delivery.State> stateOf(String id) {
        try {
            Optional<Delivery> inMemory = unwritten.find(id);
            return inMemory.isPresent() ? inMemory.map(Delivery::state) : store.stateOf(id);
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read the state of delivery " + id);
            return Optional.empty();
        }
    }

    /** Returns the finished deliveries, on disk and in memory, the one that finished last first. */
    List<Delivery> finished(int atMost) {
        Collection<Delivery> inMemory =
                unwritten.all().filter(it -> it.state().isFinished()).toList();
        List<Delivery> stored = storedFinished(atMost);
        return inMemory.isEmpty()
                ? stored
                : Stream.concat(
                                inMemory.stream(),
                                stored.stream()
                                        .filter(it -> !unwritten.has(it.entry().id())))
                        .sorted(Comparator.comparing(Delivery::changedAt).reversed())
                        .limit(atMost)
                        .toList();
    }

    /** Returns the heads of the finished deliveries that the store has with their payloads, in order of acceptance. */
    OutboxStore.FinishedHeads finishedHeads() {
        try {
            return store.finishedHeads();
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "Could not read which notifications were sent before", e);
            return OutboxStore.FinishedHeads.UNREAD;
        }
    }

    private List<Delivery> storedFinished(int atMost) {
        try {
            return store.finished(atMost);
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "Could not read what has become of notifications", e);
            return List.of();
        }
    }

    /**
     * Returns the heads of the unfinished deliveries, in memory and in the store, in order of acceptance. Those that this process is sending
     * are among them, in the state of a moment ago.
     *
     * @throws IOException if the store cannot be read
     */
    List<DeliveryHead> heads() throws IOException {
        // Memory is read first: a state that is written meanwhile is in the store then.
        Map<String, Delivery> inMemory =
                unwritten.all().collect(Collectors.toMap(it -> it.entry().id(), it -> it));
        List<DeliveryHead> stored = store.heads();
        return inMemory.isEmpty()
                ? stored
                : Stream.concat(
                                inMemory.values().stream()
                                        .filter(it -> !it.state().isFinished())
                                        .map(Delivery::head),
                                stored.stream().filter(head -> !inMemory.containsKey(head.id())))
                        .sorted(Comparator.comparingLong(DeliveryHead::position))
                        .toList();
    }

    /** Returns the size in bytes of the unfinished deliveries, and of those that cannot be written. Reads no disk. */
    long unfinishedBytes() {
        return store.unfinishedBytes() + unwritten.bytes();
    }

    /**
     * Returns for how long deliveries must not be sent, because the next process would send them again {@linkplain OutboxStore#untilDoubted
     * without a search}.
     */
    Duration untilDoubted(List<Delivery> deliveries) {
        return deliveries.stream()
                        .anyMatch(it -> unwritten.hidesStored(it.entry().id()))
                ? store.untilDoubted()
                : Duration.ZERO;
    }

    /** Sets the supplier of the finished deliveries that the store keeps because they are of use. */
    void keepWhile(Supplier<OutboxStore.OpenDeliveries> newOpen) {
        open = newOpen;
    }

    private void forget() {
        if (closed) {
            return;
        }
        Instant before = steadyClock.instant().minus(RETENTION);
        forgetUnwritten(before);
        try {
            OutboxStore.OpenDeliveries stillOpen = open.get();
            Instant tooMany = store.finishedAt(remembered).orElse(before);
            store.forgetFinished(tooMany.isAfter(before) ? tooMany : before, MAX_WHOLE, stillOpen);
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "Could not forget what finished long ago", e);
        }
    }

    private synchronized void forgetUnwritten(Instant before) {
        unwritten.forgetFinished(before, MAX_WHOLE);
    }

    /** Returns whether the last state of a delivery is not in memory only. */
    boolean isOnDisk(String id) {
        return !unwritten.has(id);
    }

    /** Returns how many deliveries have a state that is in memory only. */
    int unwritten() {
        return unwritten.size();
    }

    /** Returns how many deliveries that are not finished have their present state in memory only. */
    int unwrittenUnfinished() {
        return unwritten.unfinished();
    }

    /** Returns since when the oldest of those states is in memory only; empty where all is on disk. Reads no disk. */
    Optional<Instant> unwrittenSince() {
        return unwritten.since();
    }

    /** Tries a last time to write the states in memory, and closes the store. Later states are written at once. */
    void close() throws IOException {
        closed = true;
        catchUp();
        try {
            store.close();
        } finally {
            // Writes the deliveries that were added while the store was being closed.
            catchUp();
        }
        if (!unwritten.isEmpty()) {
            LOGGER.log(
                    Level.SEVERE,
                    null,
                    () -> "Lost, because they could not be written to disk: what became of " + unwritten.size()
                            + " notifications");
        }
    }
}
