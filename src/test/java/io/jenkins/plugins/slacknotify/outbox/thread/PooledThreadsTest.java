package io.jenkins.plugins.slacknotify.outbox.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PooledThreadsTest {
    private static final Duration IDLE = Duration.ofMillis(5);
    private static final String PREFIX = "slack-notify-";

    @Test
    void shouldHaveNoThreadBeforeThereIsWork() {
        try (PooledThreads idle = new PooledThreads()) {
            assertThat(idle).isNotNull();
            awaitNoThread();
        }
    }

    @Test
    void shouldWorkOnDaemonsThatSayWhoseTheyAre() throws InterruptedException {
        Queue<Thread> seen = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(2);
        try (PooledThreads threads = new PooledThreads()) {
            Runnable task = () -> {
                seen.add(Thread.currentThread());
                done.countDown();
            };
            threads.work(task);
            threads.later(Duration.ofMillis(1), task);
            done.await();

            assertThat(seen).hasSize(2).allSatisfy(thread -> {
                assertThat(thread.getName()).startsWith(PREFIX + "sender-");
                assertThat(thread.isDaemon()).isTrue();
            });
        }
    }

    /** So that whoever has asked, such as the end of a build, keeps its processor until it is done. */
    @Test
    void shouldLetThoseWhoAskGoOnForAMoment() throws InterruptedException {
        AtomicLong began = new AtomicLong();
        CountDownLatch done = new CountDownLatch(1);
        try (PooledThreads threads = new PooledThreads()) {
            long asked = System.nanoTime();
            threads.work(() -> {
                began.set(System.nanoTime());
                done.countDown();
            });
            done.await();

            assertThat(Duration.ofNanos(began.get() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(10));
        }
    }

    @Test
    void shouldNameItsThreadsByTheirRole() throws InterruptedException {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(1);
        try (PooledThreads threads = new PooledThreads("inbound", 2)) {
            threads.later(Duration.ofMillis(1), () -> {
                seen.add(Thread.currentThread().getName());
                done.countDown();
            });
            done.await();

            assertThat(seen).containsExactly(PREFIX + "inbound-1");
        }
    }

    @Test
    void shouldLetTasksThatBlockRunSideBySide() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(8);
        try (PooledThreads threads = new PooledThreads()) {
            for (int i = 0; i < 8; i++) {
                threads.work(() -> {
                    all.countDown();
                    awaitUninterrupted(all);
                });
            }
            all.await();
        }
        assertThat(all.getCount()).isZero();
    }

    /** A hundred that hang: the last of them and what comes later begin all the same. */
    @Test
    void shouldBeginATaskThoughAllThreadsAreBusy() throws InterruptedException {
        CountDownLatch dead = new CountDownLatch(1);
        CountDownLatch living = new CountDownLatch(1);
        try (PooledThreads threads = new PooledThreads(Thread::new, IDLE)) {
            for (int i = 0; i < 100; i++) {
                threads.work(() -> awaitUninterrupted(dead));
            }
            threads.later(Duration.ofMillis(100), living::countDown);

            assertThat(living.await(10, TimeUnit.SECONDS)).isTrue();
            dead.countDown();
        }
    }

    @Test
    void shouldWaitForWhatRunsAndLeaveNoThreadBehindWhenItIsClosed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        PooledThreads threads = new PooledThreads();
        threads.later(Duration.ofDays(1), () -> {});
        threads.work(() -> {
            begun.countDown();
            awaitUninterrupted(go);
            ended.set(true);
        });
        begun.await();
        new Thread(go::countDown, "releases the task").start();

        threads.close();

        assertThat(ended).isTrue();
        awaitNoThread();
    }

    /** As where the process has reached its limit: {@link Thread#start} throws. */
    private static final class ScarceThreads implements ThreadFactory {
        private final AtomicBoolean exhausted = new AtomicBoolean(true);

        @Override
        public Thread newThread(Runnable task) {
            return new Thread(task) {
                @Override
                public synchronized void start() {
                    if (exhausted.get()) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    super.start();
                }
            };
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void shouldKeepEveryTaskUntilThereIsAThreadForIt(int moment) throws InterruptedException {
        ScarceThreads scarce = new ScarceThreads();
        CountDownLatch all = new CountDownLatch(30);
        AtomicInteger runs = new AtomicInteger();
        try (LoggedRecords log = LoggedRecords.of(PooledThreads.class);
                PooledThreads threads = new PooledThreads(scarce, IDLE, Duration.ofMillis(moment))) {
            Runnable task = () -> {
                runs.incrementAndGet();
                all.countDown();
            };
            for (int i = 0; i < 29; i++) {
                threads.work(task);
                threads.later(Duration.ofMillis(1), () -> {});
            }
            assertThat(log.messages()).isNotEmpty();
            scarce.exhausted.set(false);
            threads.work(task);
            all.await();
        }
        assertThat(runs).hasValue(30);
    }

    @Test
    void shouldAskAgainForAThreadByItself() throws InterruptedException {
        ScarceThreads scarce = new ScarceThreads();
        scarce.exhausted.set(false);
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch timerIsThere = new CountDownLatch(1);
        try (LoggedRecords log = LoggedRecords.of(PooledThreads.class);
                PooledThreads threads = new PooledThreads(scarce, IDLE)) {
            threads.later(Duration.ZERO, timerIsThere::countDown);
            timerIsThere.await();
            CountDownLatch busy = new CountDownLatch(1);
            scarce.exhausted.set(true);
            threads.work(done::countDown);
            assertThat(log.messages()).hasSizeLessThanOrEqualTo(1);
            scarce.exhausted.set(false);
            done.await();
            busy.countDown();
        }
        assertThat(done.getCount()).isZero();
    }

    @Test
    void shouldGoOnAfterATaskThatThrows() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (LoggedRecords log = LoggedRecords.of(PooledThreads.class);
                PooledThreads threads = new PooledThreads()) {
            threads.work(() -> {
                throw new StackOverflowError("a fault");
            });
            threads.work(done::countDown);
            done.await();
        }
        assertThat(done.getCount()).isZero();
    }

    /** All of it together: no thread can be had when builds hand over, and again a moment later. */
    @Test
    void shouldSendWhatWasAcceptedWhileNoThreadCouldBeHad() throws IOException {
        ScarceThreads scarce = new ScarceThreads();
        scarce.exhausted.set(false);
        try (LoggedRecords log = LoggedRecords.of(PooledThreads.class);
                Outbox outbox = outbox(scarce)) {
            outbox.start();
            outbox.accept(new Entry("first", "#first", Instant.now(), ""));
            await().untilAsserted(() -> assertThat(outbox.waiting()).isZero());
            await().untilAsserted(() -> assertThat(ours()).noneMatch(name -> name.startsWith(PREFIX + "sender")));
            scarce.exhausted.set(true);
            for (int i = 0; i < 11; i++) {
                assertThat(outbox.accept(new Entry("e" + i, "#lane" + i, Instant.now(), "")))
                        .isTrue();
            }
            assertThat(outbox.waiting()).isEqualTo(11);
            scarce.exhausted.set(false);

            await().untilAsserted(() -> assertThat(outbox.waiting()).isZero());
            assertThat(log.messages()).isNotEmpty();
        }
    }

    @Test
    void shouldStartWithTheNextEntryWhereNoThreadCouldBeHadForTheStart() throws IOException {
        ScarceThreads scarce = new ScarceThreads();
        try (LoggedRecords log = LoggedRecords.of(PooledThreads.class);
                Outbox outbox = outbox(scarce)) {
            outbox.start();
            assertThat(outbox.accept(new Entry("early", "#builds", Instant.now(), "")))
                    .isTrue();
            assertThat(log.messages()).isNotEmpty();
            scarce.exhausted.set(false);

            AtomicInteger number = new AtomicInteger();
            await().untilAsserted(() -> {
                outbox.accept(new Entry("e" + number.incrementAndGet(), "#builds", Instant.now(), ""));
                assertThat(outbox.find("early")).map(Delivery::state).contains(Delivery.State.SENT);
            });
        }
    }

    private static Outbox outbox(ScarceThreads scarce) {
        return Outbox.builder(
                        new InMemoryOutboxStore(),
                        delivery -> new SendResult.Sent("receipt", null),
                        new PooledThreads(scarce, IDLE))
                .build();
    }

    @Test
    void shouldDropWhatComesAfterItWasClosed() {
        PooledThreads threads = new PooledThreads();
        threads.close();
        AtomicBoolean ran = new AtomicBoolean();

        threads.work(() -> ran.set(true));
        threads.later(Duration.ZERO, () -> ran.set(true));

        awaitNoThread();
        assertThat(ran).isFalse();
    }

    /** A pool that has ended may be a moment ahead of its threads. */
    private static void awaitNoThread() {
        await().untilAsserted(() -> assertThat(ours()).isEmpty());
    }

    private static List<String> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(PREFIX))
                .toList();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
