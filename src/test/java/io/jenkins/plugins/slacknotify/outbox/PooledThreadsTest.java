package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PooledThreadsTest {
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
