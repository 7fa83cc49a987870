package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recovery: what survives the end of a process, and how the next one goes on with it. */
class OutboxRecoveryTest {
    private final OutboxBench bench = new OutboxBench();

    @Test
    void shouldSendNothingBeforeItIsStarted() {
        bench.accept("a", "#builds");
        bench.advance(Duration.ofHours(1));
        assertThat(bench.courier.ids()).isEmpty();

        bench.start();
        assertThat(bench.courier.ids()).containsExactly("a");
    }

    @Test
    void shouldNotBeStartedByBeingWoken() {
        bench.accept("a", "#builds");
        bench.outbox.wakeAll();
        bench.run();
        assertThat(bench.courier.ids()).isEmpty();

        bench.start();
        assertThat(bench.courier.ids()).containsExactly("a");
    }

    @Test
    void shouldSendFirstWhatAnEarlierProcessLeft() {
        bench.accept("left", "#builds");
        bench.clock.advance(Duration.ofSeconds(1));
        bench.newProcess();
        bench.accept("new", "#builds");

        bench.start();

        assertThat(bench.courier.ids()).containsExactly("left", "new");
    }

    @Test
    void shouldTellTheCourierThatWhatWasUnderWayInACrashMayHaveArrived() {
        OutboxBench next = new OutboxBench(new InMemoryOutboxStore());
        bench.courier.on("a", delivery -> {
            // The machine stops here: the next process finds what is on disk at this moment, and no more.
            copy(bench.store, next.store);
            return new SendResult.Sent("never written", null);
        });
        bench.accept("a", "#builds");
        bench.accept("b", "#builds");
        bench.start();

        next.start();

        assertThat(next.courier.seen())
                .extracting(delivery -> delivery.entry().id() + " " + delivery.state())
                .containsExactly("a SENDING", "b WAITING");
    }

    /** Each sweep would wait for it, and one after the other they would take all threads. */
    @Test
    @Timeout(30)
    void shouldSweepThoughTheDiskHangsThatIsReadAgain() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch mended = new CountDownLatch(1);
        AtomicBoolean isBad = new AtomicBoolean();
        OutboxBench onBadDisk = new OutboxBench(new ForwardingStore() {
            @Override
            public List<DeliveryHead> heads() throws IOException {
                if (isBad.get()) {
                    hangs.countDown();
                    awaitUninterrupted(mended);
                }
                return super.heads();
            }
        });
        onBadDisk.start();
        isBad.set(true);
        FutureTask<Void> reading = new FutureTask<>(() -> {
            onBadDisk.outbox.releaseCopied();
            return null;
        });
        new Thread(reading).start();
        hangs.await();

        FutureTask<Void> sweeps = new FutureTask<>(() -> {
            onBadDisk.advance(Outbox.SWEEP_INTERVAL.multipliedBy(3));
            return null;
        });
        new Thread(sweeps).start();
        try {
            assertThat(sweeps).succeedsWithin(Duration.ofSeconds(10));
        } finally {
            mended.countDown();
            reading.get();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldShowWhatIsLeftBeforeAnyOfItIsSent() {
        bench.accept("a", "#builds");
        bench.accept("b", "#oncall");
        bench.newProcess();
        List<String> seen = new ArrayList<>();
        bench.outbox.beforeSending(left -> {
            left.forEach(head -> seen.add(head.id()));
            assertThat(bench.courier.ids()).isEmpty();
        });
        bench.start();

        assertThat(seen).containsExactly("a", "b");
        assertThat(bench.courier.ids()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void shouldShowWhatIsLeftOnceItCanBeRead() {
        FailingStore store = new FailingStore();
        OutboxBench bench = new OutboxBench(store);
        bench.accept("a", "#builds");
        bench.newProcess();
        List<String> seen = new ArrayList<>();
        bench.outbox.beforeSending(left -> {
            left.forEach(head -> seen.add(head.id()));
            assertThat(bench.courier.ids()).isEmpty();
        });
        store.failingOnUnfinished(new IOException("for the test"));
        bench.start();
        assertThat(seen).isEmpty();

        store.mend();
        bench.advance(Duration.ofMinutes(10));
        assertThat(seen).containsExactly("a");
        assertThat(bench.courier.ids()).containsExactly("a");
    }

    @Test
    void shouldSendWhatIsLeftThoughWhoLooksAtItFails() {
        bench.accept("a", "#builds");
        bench.newProcess();
        bench.outbox.beforeSending(left -> {
            throw new IllegalStateException("for the test");
        });
        bench.start();

        assertThat(bench.courier.ids()).containsExactly("a");
    }

    @Test
    void shouldNotSendAgainWhatAnEarlierProcessHasSent() {
        bench.accept("a", "#builds");
        bench.start();

        bench.newProcess().start();

        assertThat(bench.accept("a", "#builds")).isFalse();
        bench.run();
        assertThat(bench.courier.ids()).containsExactly("a");
        assertThat(bench.find("a").receipt()).isEqualTo("receipt of a");
    }

    @Test
    void shouldCountTheAttemptsOfEarlierProcesses() {
        SendResult failed = new SendResult.Retry(null, "Slack cannot be reached");
        bench.courier.on("a", failed, failed);
        bench.accept("a", "#builds");
        bench.start();
        bench.newProcess().start();

        assertThat(bench.find("a").attempts()).isEqualTo(2);
        bench.newProcess().start();
        assertThat(bench.find("a").attempts()).isEqualTo(3);
    }

    @Test
    void shouldKeepTheOrderThoughTheClockWasPutBack() {
        bench.accept("left", "#builds");
        bench.newProcess().start();
        bench.clock.jump(Duration.ofHours(-1));
        bench.courier.on("first", new SendResult.Retry(Duration.ofSeconds(1), "Not now"));
        bench.accept("first", "#builds");
        bench.accept("second", "#builds");
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.courier.ids()).containsExactly("left", "first", "first", "second");
    }

    @Test
    void shouldBeginNothingNewAfterItWasClosed() throws IOException {
        bench.start();
        bench.accept("a", "#builds");
        bench.close();
        bench.outbox.wakeAll();
        bench.advance(Duration.ofHours(1));

        assertThat(bench.courier.ids()).isEmpty();
        assertThat(bench.store.unfinished()).hasSize(1);
    }

    @Test
    void shouldBeginNothingNewOnAThreadThatComesLate() throws IOException {
        ThreadsThatComeLate threads = new ThreadsThatComeLate();
        Outbox outbox = Outbox.builder(bench.store, bench.courier, threads)
                .clock(bench.clock)
                .build();
        outbox.start();
        threads.come();
        outbox.accept(new Entry("a", "#builds", bench.clock.instant(), "payload"));

        outbox.close();
        threads.come();

        assertThat(bench.courier.ids()).isEmpty();
    }

    @Test
    void shouldSendWhatIsNewThoughWhatWasLeftCannotBeRead() {
        try (LoggedRecords log = LoggedRecords.of(LeftoverReader.class)) {
            for (Exception failure : List.of(new IOException("disk"), new IllegalStateException("a fault"))) {
                OutboxBench broken = new OutboxBench(new FailingStore().failingOnUnfinished(failure));
                broken.accept("a", "#builds");
                broken.start();

                assertThat(broken.courier.ids()).containsExactly("a");
            }
            assertThat(log.messages()).hasSize(2).allMatch(message -> message.contains("left to send"));
        }
    }

    private static void copy(OutboxStore from, OutboxStore to) {
        try {
            for (Delivery delivery : from.unfinished()) {
                to.add(delivery);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps every task until it is told, also when it was closed meanwhile, as a busy pool does. */
    private static final class ThreadsThatComeLate implements OutboxThreads {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        void come() {
            for (int left = tasks.size(); left > 0; left--) {
                tasks.remove().run();
            }
        }

        @Override
        public void work(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void later(Duration wait, Runnable task) {
            tasks.add(task);
        }

        @Override
        public Duration uptime() {
            return Duration.ZERO;
        }

        @Override
        public void close() {
            // What is queued comes all the same.
        }
    }
}
