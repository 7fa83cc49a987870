package io.jenkins.plugins.slacknotify.lifecycle;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InboundLifecycleTest {
    @Test
    void shouldKeepAVaultThatNeverAnswersFromHoldingTheStartOrTheEndOfJenkins() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        var lifecycle = new InboundLifecycle(() -> {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("The vault is away");
        });

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
