package io.jenkins.plugins.slacknotify.outbox.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.crash.ChildJava;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeyedLocksTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 2_000;

    private final KeyedLocks<String> locks = new KeyedLocks<>();

    @Test
    void shouldKeepNoLockThatNobodyHolds() {
        try (KeyedLocks.Held outer = locks.lock("a");
                KeyedLocks.Held again = locks.lock("a");
                KeyedLocks.Held other = locks.lock("b")) {
            assertThat(locks.size()).isEqualTo(2);
        }

        assertThat(locks.size()).isZero();
    }

    @Test
    void shouldLetOneThreadAtATimeHaveAKey() throws Exception {
        // Neither the map nor a number in it is safe for threads by itself.
        Map<String, Integer> counts = new HashMap<>(Map.of("a", 0));
        inEachThread(number -> {
            for (int i = 0; i < ROUNDS; i++) {
                try (KeyedLocks.Held held = locks.lock("a")) {
                    counts.put("a", counts.get("a") + 1);
                }
            }
        });

        assertThat(counts).containsEntry("a", THREADS * ROUNDS);
        assertThat(locks.size()).isZero();
    }

    @Test
    void shouldNotWaitForAnotherKey() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        try (KeyedLocks.Held held = locks.lock("a")) {
            Thread other = new Thread(() -> {
                try (KeyedLocks.Held its = locks.lock("b")) {
                    taken.countDown();
                }
            });
            other.start();
            taken.await();
            other.join();
        }
    }

    @Test
    void shouldTakeSeveralKeysSoThatNoTwoThreadsWaitForEachOther() throws Exception {
        List<Set<String>> keys = List.of(Set.of("a", "b"), Set.of("b", "c"), Set.of("b"), Set.of("a", "b", "c"));
        Map<String, Integer> counts = new HashMap<>(Map.of("b", 0));
        inEachThread(number -> {
            for (int i = 0; i < ROUNDS; i++) {
                try (KeyedLocks.Held held = locks.lockAll(new TreeSet<>(keys.get(number)))) {
                    counts.put("b", counts.get("b") + 1);
                }
            }
        });

        assertThat(counts).containsEntry("b", THREADS * ROUNDS);
        assertThat(locks.size()).isZero();
    }

    @Test
    void shouldTakeALockOnAnInterruptedThread() {
        Thread.currentThread().interrupt();
        try (KeyedLocks.Held held = locks.lock("a")) {
            assertThat(locks.size()).isEqualTo(1);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** In a process of its own, whose memory is used up. */
    @Test
    void shouldGiveALockBackThoughThereWasNoMemoryWhenItWasTaken() throws Exception {
        List<String> command = ChildJava.command(KeyedLocksMemoryChild.class);
        command.replaceAll(argument -> argument.startsWith("-Xmx") ? "-Xmx16m" : argument);
        command.add(1, "-XX:+UseSerialGC");
        Process process = new ProcessBuilder(command).inheritIO().start();

        assertThat(process.waitFor()).isZero();
    }

    private interface Work {
        void of(int number);
    }

    private static void inEachThread(Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                all.add(pool.submit(() -> work.of(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
