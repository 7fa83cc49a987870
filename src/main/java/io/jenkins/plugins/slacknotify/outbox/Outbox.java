package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A durable queue of things to send.
 *
 * <p><b>Guarantees.</b> When {@link #accept} returns, the entry is in the store. The outbox tries to send it, over any
 * number of restarts and crashes, until it was sent, refused or discarded, or is too old to be news. Entries of one
 * sequence are tried in the order of their acceptance. Entries of one lane are tried one at a time, the most urgent
 * sequence first. An entry that is accepted again under its id is not sent again.
 *
 * <p><b>Non-guarantees.</b> While the store cannot write, the entry and what becomes of it are in memory only, see
 * {@link #storeProblem}. A crash loses what is in memory: an entry that was sent meanwhile is then sent again if it was
 * on disk, and lost if it was not. While the store cannot be read at the start, new entries may overtake those of an
 * earlier process. Whether an entry arrives twice whose attempt ended without an answer depends on what the
 * {@link Courier} can find out.
 *
 * <p><b>Threads.</b> Safe for use by many. {@link #accept} writes to disk on the caller's thread and waits for nothing
 * else. Sending happens on threads of the outbox, see {@link OutboxThreads}.
 */
public final class Outbox implements Closeable {
    private static final Logger LOGGER = Logger.getLogger(Outbox.class.getName());

    private final ResilientStore store;
    private final Courier courier;
    private final OutboxListener listener;
    private final Backoff backoff;
    private final Pace pace;
    private final Supplier<Duration> maximumAge;
    private final InstantSource clock;
    private final OutboxThreads threads;
    private final Dispatcher dispatcher;

    /** Since when what an earlier process left cannot be read; null where it was read, or not tried. */
    @CheckForNull
    private volatile Instant unreadSince;

    /** The problem of {@link OutboxStore#foreign} deliveries; null where there are none. */
    @CheckForNull
    private volatile StoreProblem foreignProblem;

    private final AtomicLong lastPosition = new AtomicLong();
    private final DeliveryFutures futures = new DeliveryFutures();

    /**
     * @param pace asked before each attempt to send
     * @param maximumAge how long after its acceptance an entry may be sent; asked at each attempt, so that a change
     *     counts for what waits already
     */
    public Outbox(
            OutboxStore store,
            Courier courier,
            OutboxListener listener,
            Backoff backoff,
            Pace pace,
            Supplier<Duration> maximumAge,
            InstantSource clock,
            OutboxThreads threads) {
        this.store = new ResilientStore(store, backoff, clock, threads);
        this.courier = courier;
        this.listener = listener;
        this.backoff = backoff;
        this.maximumAge = maximumAge;
        this.clock = clock;
        this.threads = threads;
        this.pace = pace;
        Bulkhead workers = new Bulkhead(threads::work);
        this.dispatcher = new Dispatcher(
                this::attempt,
                this::waitTime,
                (lane, task) -> workers.execute(pace.account(lane), task),
                threads::later);
    }

    /**
     * Starts to send: first what an earlier process left, then what was accepted meanwhile. Returns at once; a thread
     * of the outbox reads the store.
     */
    public void start() {
        threads.work(() -> {
            recover(1);
            dispatcher.begin();
        });
    }

    /**
     * Accepts an entry for sending.
     *
     * @return false where the id is known already; nothing has changed then
     */
    public boolean accept(Entry entry) {
        Delivery delivery = Delivery.accepted(entry, nextPosition(entry.acceptedAt()));
        boolean isNew = store.add(delivery);
        if (isNew) {
            dispatcher.add(delivery);
        }
        return isNew;
    }

    /** Returns what is known of an entry; empty where the id was never accepted or has been forgotten. */
    public Optional<Delivery> find(String id) {
        return store.find(id);
    }

    /**
     * Returns a stage that completes when an entry is finished, or held until a person has fixed something. It survives
     * no restart: ask again after one.
     *
     * @return completed already, or on a thread of the outbox, so do little in what follows it; never completed where
     *     the outbox is closed before; failed with {@link NoSuchElementException} where the id is not known
     */
    public CompletionStage<Delivery> whenSettled(String id) {
        return futures.get(id, this::find);
    }

    /**
     * Discards an entry that waits.
     *
     * @return false where that cannot be: the entry is not known, finished, or being sent at this moment
     */
    public boolean discard(String id) {
        Optional<Delivery> taken =
                find(id).flatMap(it -> dispatcher.remove(it.entry().lane(), id));
        taken.ifPresent(delivery -> conclude(List.of(delivery.discarded(clock.instant())), null));
        return taken.isPresent();
    }

    /** Tries at once whatever waits, because its reason for waiting may be fixed. */
    public void wakeAll() {
        dispatcher.wakeAll();
    }

    /** Tries at once whatever is held, because its reason may be fixed. */
    public void retryHeld() {
        dispatcher.releaseHeld();
    }

    /** Returns what is not finished, as far as the store has been read, in order of acceptance. Reads no disk. */
    public List<Delivery> unfinished() {
        return dispatcher.all().stream()
                .sorted(Comparator.comparingLong(Delivery::position))
                .toList();
    }

    /** Returns what is finished and not forgotten yet, last finished first. Reads from disk. */
    public List<Delivery> finished(int atMost) {
        return store.finished(atMost);
    }

    /** Returns what is wrong with the store; empty while all entries are safe on disk. Reads no disk. */
    public Optional<StoreProblem> storeProblem() {
        Instant unread = unreadSince;
        Optional<StoreProblem> left = Optional.ofNullable(foreignProblem);
        return Stream.of(Optional.ofNullable(unread), store.unwrittenSince(), left.map(StoreProblem::since))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(since -> new StoreProblem(
                        since,
                        store.unwritten(),
                        unread != null,
                        left.map(StoreProblem::foreign).orElse(0)));
    }

    /** Returns how many entries are not finished, as far as the store has been read. */
    public int waiting() {
        return dispatcher.waiting();
    }

    /**
     * Stops sending. Attempts under way get a moment to end. One that does not end leaves its entry in the store as it
     * is, and the next process looks for its message before it sends it again. What is only in memory is lost where the
     * store does not take it now.
     */
    @Override
    public void close() throws IOException {
        dispatcher.stop();
        threads.close();
        store.close();
    }

    /** Reads what an earlier process left, and repeats that until it succeeds. New entries are sent meanwhile. */
    private void recover(int attempt) {
        try {
            List<Delivery> left = store.fromEarlierProcess();
            left.forEach(delivery -> lastPosition.accumulateAndGet(delivery.position(), Math::max));
            left.forEach(dispatcher::add);
            int count = store.foreign();
            foreignProblem = count == 0 ? null : new StoreProblem(clock.instant(), 0, false, count);
            unreadSince = null;
        } catch (IOException | RuntimeException e) {
            LOGGER.log(
                    attempt == 1 ? Level.SEVERE : Level.FINE,
                    "Could not read the notifications that were left to send; it will be tried again",
                    e);
            unreadSince = attempt == 1 ? clock.instant() : unreadSince;
            threads.later(backoff.after(attempt), () -> recover(attempt + 1));
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

    /**
     * Returns how long a delivery has to wait. One that is too old to be sent needs no permit, and takes none from what
     * is news.
     */
    private Duration waitTime(Delivery next) {
        return isTooOld(next, clock.instant()) ? Duration.ZERO : pace.tryAcquire(next);
    }

    private Dispatcher.Outcome attempt(Dispatcher.Task task) {
        List<Delivery> deliveries = task.deliveries();
        Instant now = clock.instant();
        List<Delivery> old = deliveries.stream().filter(it -> isTooOld(it, now)).toList();
        if (!old.isEmpty()) {
            return conclude(old.stream().map(it -> it.expired(now)).toList(), null);
        }
        Delivery first = deliveries.get(0);
        if (task.blocker().isPresent()) {
            return conclude(List.of(first.heldBehind(task.blocker().get(), now)), null);
        }
        List<Delivery> companions = companions(deliveries);
        List<Delivery> apart = setApart(deliveries, companions);
        return sendNow(companions, now).with(apart);
    }

    /** Sets apart what may not share a message with the others, on disk too before those are sent. */
    private List<Delivery> setApart(List<Delivery> deliveries, List<Delivery> companions) {
        List<Delivery> apart = deliveries.stream()
                .filter(it -> !companions.contains(it))
                .map(Delivery::apart)
                .toList();
        // What has not travelled yet changes nothing by it.
        List<Delivery> changed =
                apart.stream().filter(it -> it.state().mayHaveArrived()).toList();
        if (!changed.isEmpty()) {
            store.update(changed);
        }
        return apart;
    }

    private Dispatcher.Outcome sendNow(List<Delivery> deliveries, Instant now) {
        Delivery first = deliveries.get(0);
        String as = first.state().mayHaveArrived()
                ? first.carrierId()
                : first.entry().id();
        store.update(deliveries.stream().map(it -> it.sending(as, now)).toList());
        SendResult result = send(deliveries);
        Instant answered = clock.instant();
        return conclude(
                deliveries.stream().map(it -> it.after(result, as, answered)).toList(), result);
    }

    /** The deliveries that share a message with the first. */
    private List<Delivery> companions(List<Delivery> deliveries) {
        if (deliveries.size() == 1) {
            return deliveries;
        }
        try {
            return courier.companions(deliveries);
        } catch (RuntimeException | Error e) {
            LOGGER.log(
                    Level.WARNING,
                    "Nothing could be folded into " + deliveries.get(0).entry().id(),
                    e);
            return deliveries.subList(0, 1);
        }
    }

    private boolean isTooOld(Delivery delivery, Instant now) {
        return delivery.entry().acceptedAt().plus(maximumAge.get()).isBefore(now);
    }

    private SendResult send(List<Delivery> deliveries) {
        try {
            return deliveries.size() == 1 ? courier.send(deliveries.get(0)) : courier.sendTogether(deliveries);
        } catch (RuntimeException | Error e) {
            // Errors too, such as a class that is missing: whatever it is, the lane has to go on.
            LOGGER.log(Level.WARNING, "Sending " + deliveries.get(0).entry().id() + " failed unexpectedly", e);
            return new SendResult.Uncertain("An internal error; see the Jenkins log");
        }
    }

    private Dispatcher.Outcome conclude(List<Delivery> deliveries, @CheckForNull SendResult result) {
        // The one whose id the message bears comes last, so that a crash in between does not leave it to be sent alone
        // under the id by which the others are looked for.
        List<Delivery> lastFirst = new ArrayList<>(deliveries);
        Collections.reverse(lastFirst);
        store.update(lastFirst);
        for (Delivery delivery : deliveries) {
            notifyListener(delivery);
            futures.complete(delivery);
        }
        return new Dispatcher.Outcome(deliveries, rest(deliveries, result));
    }

    @CheckForNull
    private Duration rest(List<Delivery> deliveries, @CheckForNull SendResult result) {
        Delivery first = deliveries.get(0);
        if (DeliveryFutures.isSettled(first)) {
            return null;
        }
        Duration asked = result instanceof SendResult.Retry retry ? retry.pause() : null;
        return asked != null ? asked : backoff.after(first.attempts());
    }

    private void notifyListener(Delivery delivery) {
        try {
            listener.changed(delivery);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "A listener failed", e);
        }
    }
}
