package io.jenkins.plugins.slacknotify.trigger.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedLoadsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SharedLoads<String, Integer> loads = new SharedLoads<>(threads);
    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch loaded = new CountDownLatch(1);

    @AfterEach
    void endThreads() {
        loaded.countDown();
        threads.shutdownNow();
    }

    private int readSlowly() throws InterruptedException {
        int read = reads.incrementAndGet();
        loaded.await();
        return read;
    }

    @Test
    void shouldReadEachTime() throws Exception {
        assertThat(loads.get("a", reads::incrementAndGet, LONG)).contains(1);
        assertThat(loads.get("a", reads::incrementAndGet, LONG)).contains(2);
    }

    /** A pipeline that Jenkins loads keeps nobody who asks about it, and one thread. */
    @Test
    void shouldKeepNobodyLongerThanTheyWant() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(loads.get("a", this::readSlowly, MOMENT)).isEmpty();
        }
        assertThat(reads).hasValue(1);
        assertThat(loads.get("b", () -> 7, LONG)).as("something else").contains(7);
    }

    /** What was read before somebody has asked may be of yesterday. */
    @Test
    void shouldReadAgainForWhoeverAsksMeanwhile() throws Exception {
        assertThat(loads.get("a", this::readSlowly, MOMENT)).isEmpty();
        Future<Integer> asked =
                threads.submit(() -> loads.get("a", this::readSlowly, LONG).orElseThrow());
        loaded.countDown();
        assertThat(asked.get()).isEqualTo(2);
    }

    /** A list of pipelines, of which some are being loaded and one has failed. */
    @Test
    void shouldReadSeveralWithoutWaitingForTheSlowOnes() throws Exception {
        Map<String, Callable<Integer>> reads = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            reads.put("slow " + i, this::readSlowly);
        }
        reads.put("failed", () -> {
            throw new IllegalStateException("no");
        });
        reads.put("a", () -> 1);
        reads.put("b", () -> 2);

        assertThat(loads.getAll(reads, Duration.ofMillis(500))).containsExactly(entry("a", 1), entry("b", 2));
        assertThat(loads.getAll(reads, MOMENT)).doesNotContainKey("slow 0");
        assertThat(this.reads).as("one thread for each").hasValue(20);
    }

    @Test
    void shouldFailForWhoeverHasAskedAndForNobodyAfterwards() throws Exception {
        assertThatThrownBy(() -> loads.get(
                        "a",
                        () -> {
                            throw new IllegalStateException("no");
                        },
                        LONG))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("no");
        await().until(() -> loads.get("a", () -> 1, LONG).isPresent());
    }
}
