package io.jenkins.plugins.slacknotify.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboundLifecycleTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void shouldWaitForAChangeThatIsPlannedOrBeingTakenAndNotForEver() throws InterruptedException {
        var asked = new AtomicInteger();
        var inChange = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var lifecycle = new InboundLifecycle(
                () -> {
                    if (asked.incrementAndGet() == 2) {
                        inChange.countDown();
                        awaitQuietly(answer);
                    }
                    throw new IllegalStateException("No matter for this test");
                },
                () -> timer);
        try {
            lifecycle.begin(LONG);
            assertThat(lifecycle.awaitChange(LONG)).as("without a change").isTrue();

            lifecycle.settingsChanged();
            assertThat(lifecycle.awaitChange(Duration.ZERO)).as("planned").isFalse();
            inChange.await();
            assertThat(lifecycle.awaitChange(Duration.ZERO)).as("being taken").isFalse();
            answer.countDown();
            assertThat(lifecycle.awaitChange(LONG)).isTrue();

            lifecycle.settingsChanged();
            assertThat(lifecycle.awaitChange(LONG)).isTrue();
            assertThat(asked).hasValue(3);
        } finally {
            answer.countDown();
            lifecycle.halt();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void shouldKeepAVaultThatNeverAnswersFromHoldingTheStartOrTheEndOfJenkins() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        var lifecycle = new InboundLifecycle(
                () -> {
                    asked.countDown();
                    awaitQuietly(answer);
                    throw new IllegalStateException("The vault is away");
                },
                () -> timer);

        try {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                lifecycle.begin(Duration.ZERO);
                asked.await();
                lifecycle.halt();
            });
        } finally {
            answer.countDown();
        }
    }
}
