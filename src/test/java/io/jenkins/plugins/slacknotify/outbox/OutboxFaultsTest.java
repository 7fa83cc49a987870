package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.lane.Dispatcher;
import io.jenkins.plugins.slacknotify.outbox.thread.GuardedThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Faults: whatever a port throws once, exceptions and errors alike, and whatever it loses, costs time and no entry, and
 * whoever hands over never hears of it.
 */
@Timeout(60)
class OutboxFaultsTest {
    /** A port that can go wrong, once. */
    private enum Port {
        STORE_ADD,
        STORE_UPDATE,
        STORE_UPDATE_AFTER_SENDING,
        STORE_FIND,
        STORE_HEADS,
        STORE_CONDITION,
        STORE_FORGET,
        MAXIMUM_AGE,
        PACE,
        ACCOUNT,
        LISTENER,
        COURIER,
        THREADS_WORK,
        THREADS_LATER,
        CLOCK
    }

    private static final List<Class<?>> LOGGING = List.of(
            Outbox.class,
            LeftoverReader.class,
            DeliveryAttempts.class,
            Dispatcher.class,
            ResilientStore.class,
            GuardedThreads.class);

    private final ManualClock clock = new ManualClock();
    private final ManualThreads manual = new ManualThreads(clock);
    private final ScriptedCourier courier = new ScriptedCourier();
    private final Set<Port> faults = new HashSet<>();
    private final FaultyStore store = new FaultyStore();
    private final List<LoggedRecords> logs = new ArrayList<>();
    private final FaultyLog faultyLog = new FaultyLog();

    @BeforeEach
    void catchTheLog() {
        for (Class<?> type : LOGGING) {
            logs.add(LoggedRecords.of(type));
            Logger.getLogger(type.getName()).addHandler(faultyLog);
        }
    }

    @AfterEach
    void releaseTheLog() {
        LOGGING.forEach(type -> Logger.getLogger(type.getName()).removeHandler(faultyLog));
        logs.forEach(LoggedRecords::close);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendEverythingThoughAPortThrowsOnceAtTheStart(Port port) {
        Outbox outbox = outbox(new FaultyThreads());
        assertThat(outbox.accept(entry("left", "#builds"))).isTrue();
        faults.add(port);
        assertThatCode(outbox::start).doesNotThrowAnyException();
        for (int i = 0; i < 4; i++) {
            assertThat(outbox.accept(entry("e" + i, "#lane" + i % 2))).isTrue();
        }
        manual.advance(Duration.ofMinutes(10));

        assertThat(courier.ids()).contains("left", "e0", "e1", "e2", "e3");
        assertThat(outbox.waiting()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendEverythingThoughAPortThrowsOnceWhileItRuns(Port port) {
        Outbox outbox = outbox(new FaultyThreads());
        outbox.start();
        manual.run();
        for (int i = 0; i < 4; i++) {
            faults.add(port);
            assertThat(outbox.accept(entry("e" + i, "#lane" + i % 2))).isTrue();
            manual.run();
        }
        manual.advance(Duration.ofMinutes(10));

        assertThat(courier.ids()).contains("e0", "e1", "e2", "e3");
        assertThat(outbox.waiting()).isZero();
        assertThat(outbox.dispatchProblem()).isEmpty();
    }

    /** Other plugins bring handlers of the log. */
    @ParameterizedTest
    @EnumSource
    void shouldSendEverythingThoughAPortThrowsOnceAndTheLogEachTime(Port port) {
        faultyLog.throwing = true;

        shouldSendEverythingThoughAPortThrowsOnceAtTheStart(port);
    }

    @Test
    void shouldKeepInMemoryWhatTheDiskDoesNotTakeThoughTheLogThrows() throws IOException {
        Outbox outbox = outbox(manual);
        outbox.start();
        manual.run();
        faultyLog.throwing = true;
        store.full = true;

        assertThat(outbox.accept(entry("a", "#builds"))).isTrue();
        manual.advance(Duration.ofMinutes(1));
        assertThat(courier.ids()).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource(names = {"MAXIMUM_AGE", "PACE", "ACCOUNT", "CLOCK"})
    void shouldSayWhatGoesOnBeingWrongWhateverTheNoteOfWhatWaits(Port port) {
        Outbox outbox = outbox(new FaultyThreads());
        outbox.start();
        manual.run();
        store.again = port == Port.CLOCK ? null : port;
        outbox.accept(entry("a", "#builds"));
        Instant since = clock.instant();
        store.again = port;
        manual.advance(Outbox.STUCK_AFTER.plusMinutes(2));
        faults.remove(port);
        store.again = null;
        faults.remove(port);

        assertThat(outbox.unfinished()).singleElement().returns(null, DeliveryHead::note);
        assertThat(outbox.dispatchProblem()).hasValueSatisfying(problem -> {
            assertThat(problem.since()).isBetween(since, since.plusSeconds(60));
            assertThat(problem.waiting()).isOne();
        });

        manual.advance(Duration.ofMinutes(10));
        assertThat(courier.ids()).containsExactly("a");
        assertThat(outbox.dispatchProblem()).isEmpty();
    }

    @Test
    void shouldAskForAnotherWorkerWhereOneDoesNotCome() {
        DroppingThreads threads = new DroppingThreads();
        Outbox outbox = outbox(threads);
        outbox.start();
        manual.run();
        threads.drop = true;
        outbox.accept(entry("a", "#builds"));
        threads.drop = false;
        outbox.accept(entry("b", "#builds"));
        manual.advance(Duration.ofMinutes(4));
        assertThat(courier.ids()).isEmpty();

        manual.advance(Duration.ofMinutes(3));
        assertThat(courier.ids()).containsExactly("a", "b");
    }

    @Test
    void shouldNotWorkTwiceWhereTheFirstWorkerComesLate() {
        DroppingThreads threads = new DroppingThreads();
        Outbox outbox = outbox(threads);
        outbox.start();
        manual.run();
        threads.drop = true;
        outbox.accept(entry("a", "#builds"));
        threads.drop = false;
        courier.on("a", delivery -> {
            threads.dropped.forEach(Runnable::run);
            return new SendResult.Sent("receipt", null);
        });
        manual.advance(Duration.ofMinutes(10));

        assertThat(threads.dropped).isNotEmpty();
        assertThat(courier.ids()).containsExactly("a");
    }

    /** Each timer that is set gets lost: what rests goes on at the next hand-over at the latest, or when time is kept again. */
    @Test
    void shouldGoOnThoughEveryTimerGetsLost() {
        DroppingThreads threads = new DroppingThreads();
        Outbox outbox = outbox(threads);
        threads.dropTimers = true;
        outbox.start();
        manual.run();
        courier.on("a", new SendResult.Retry(Duration.ofSeconds(30), "Slack asks to wait"));
        outbox.accept(entry("a", "#builds"));
        manual.run();
        clock.advance(Outbox.SWEEP_INTERVAL.multipliedBy(3));

        outbox.accept(entry("b", "#other"));
        manual.run();

        assertThat(courier.ids()).containsExactlyInAnyOrder("a", "b", "a");
    }

    @Test
    void shouldWriteWhatIsInMemoryThoughTheTimerForThatGetsLost() throws IOException {
        DroppingThreads threads = new DroppingThreads();
        Outbox outbox = outbox(threads);
        outbox.start();
        manual.run();
        courier.always("a", new SendResult.Retry(Duration.ofDays(1), "Slack asks to wait"));
        threads.dropTimers = true;
        store.full = true;
        outbox.accept(entry("a", "#builds"));
        threads.dropTimers = false;
        store.full = false;
        assertThat(store.heads()).isEmpty();

        manual.advance(Duration.ofMinutes(5));
        assertThat(store.heads()).hasSize(1);
    }

    @Test
    void shouldHoldUpNoOtherLaneWhileAnAttemptDoesNotEnd() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Outbox outbox = outbox(manual);
        outbox.start();
        manual.run();
        courier.on("hangs", delivery -> {
            begun.countDown();
            await(end);
            return new SendResult.Sent("receipt", null);
        });
        outbox.accept(entry("hangs", "#builds"));
        Thread worker = new Thread(manual::runOne);
        worker.setDaemon(true);
        worker.start();
        begun.await();
        clock.advance(Outbox.STUCK_AFTER.plusSeconds(1));

        assertThat(outbox.dispatchProblem()).isPresent();
        outbox.accept(entry("other", "#other"));
        manual.run();
        assertThat(courier.ids()).containsExactly("hangs", "other");

        end.countDown();
        worker.join();
        assertThat(outbox.dispatchProblem()).isEmpty();
        assertThat(outbox.waiting()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Entry entry(String id, String lane) {
        return new Entry(id, lane, clock.instant(), "payload");
    }

    private Outbox outbox(OutboxThreads threads) {
        InstantSource faultyClock = () -> {
            fail(Port.CLOCK);
            return clock.instant();
        };
        Courier faultyCourier = delivery -> {
            fail(Port.COURIER);
            SendResult result = courier.send(delivery);
            if (faults.remove(Port.STORE_UPDATE_AFTER_SENDING)) {
                faults.add(Port.STORE_UPDATE);
            }
            return result;
        };
        return Outbox.builder(store, faultyCourier, threads)
                .listener(delivery -> fail(Port.LISTENER))
                .backoff(new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1), () -> 0))
                .pace(new FaultyPace())
                .maximumAge(() -> {
                    fail(Port.MAXIMUM_AGE);
                    return Duration.ofDays(1);
                })
                .clock(faultyClock)
                .build();
    }

    private void fail(Port port) {
        if (faults.remove(port) || store.again == port) {
            throw new InternalError("a fault of " + port);
        }
    }

    private final class FaultyPace implements Pace {
        @Override
        public Duration tryAcquire(Delivery delivery) {
            fail(Port.PACE);
            return Duration.ZERO;
        }

        @Override
        public String account(String lane) {
            fail(Port.ACCOUNT);
            return "";
        }
    }

    private final class FaultyStore extends ForwardingStore {
        private boolean full;
        private Port again;

        @Override
        public boolean add(Delivery delivery) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            fail(Port.STORE_ADD);
            return super.add(delivery);
        }

        @Override
        public void updateAll(List<Delivery> deliveries) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            fail(Port.STORE_UPDATE);
            super.updateAll(deliveries);
        }

        @Override
        public Optional<Delivery> find(String id) throws IOException {
            fail(Port.STORE_FIND);
            return super.find(id);
        }

        @Override
        public List<DeliveryHead> heads() throws IOException {
            fail(Port.STORE_HEADS);
            return super.heads();
        }

        @Override
        public StoreCondition condition() {
            fail(Port.STORE_CONDITION);
            return super.condition();
        }

        @Override
        public void forgetFinished(Instant before, int keepWhole, OutboxStore.OpenDeliveries open) throws IOException {
            fail(Port.STORE_FORGET);
            super.forgetFinished(before, keepWhole, open);
        }
    }

    /** A handler that another plugin has brought. */
    private static final class FaultyLog extends Handler {
        private boolean throwing;

        @Override
        public void publish(LogRecord logged) {
            if (throwing) {
                throw new InternalError("a fault of the log");
            }
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** Threads that a test moves by hand. */
    private class ForwardingThreads implements OutboxThreads {
        @Override
        public void work(Runnable task) {
            manual.work(task);
        }

        @Override
        public void later(Duration wait, Runnable task) {
            manual.later(wait, task);
        }

        @Override
        public Duration uptime() {
            return manual.uptime();
        }

        @Override
        public void close() {
            manual.close();
        }
    }

    /** Threads that throw, although they are not to. */
    private final class FaultyThreads extends ForwardingThreads {
        @Override
        public void work(Runnable task) {
            fail(Port.THREADS_WORK);
            super.work(task);
        }

        @Override
        public void later(Duration wait, Runnable task) {
            fail(Port.THREADS_LATER);
            super.later(wait, task);
        }
    }

    /** Threads that lose tasks without a word. */
    private final class DroppingThreads extends ForwardingThreads {
        private final List<Runnable> dropped = new ArrayList<>();
        private boolean drop;
        private boolean dropTimers;

        @Override
        public void work(Runnable task) {
            if (drop) {
                dropped.add(task);
            } else {
                super.work(task);
            }
        }

        @Override
        public void later(Duration wait, Runnable task) {
            if (!dropTimers) {
                super.later(wait, task);
            }
        }
    }
}
