package io.jenkins.plugins.slacknotify.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.event.EventKey;
import io.jenkins.plugins.slacknotify.message.BrokenTemplateException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PatientMacrosTest {
    private static final EventKey BUILD = new EventKey("shop", 1, Instant.EPOCH);
    private static final Duration NONE = Duration.ofMillis(1);

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void shouldExpandOnAThreadOfItsOwn() throws BrokenTemplateException {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Macros macros = new PatientMacros(
                (macro, build) -> {
                    thread.set(Thread.currentThread());
                    return macro + " of " + build;
                },
                PatientMacros.PATIENCE);

        assertThat(macros.expand("$A", BUILD)).isEqualTo("$A of shop #1");
        assertThat(thread.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void shouldGiveUpAndInterruptWhatTakesTooLong() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Macros macros = new PatientMacros(
                (macro, build) -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return "late";
                },
                NONE);

        assertThatExceptionOfType(BrokenTemplateException.class)
                .isThrownBy(() -> macros.expand("$A", BUILD))
                .withMessage("$A had no value after 0 s.");
        interrupted.await();
    }

    @Test
    void shouldStartNoMoreThreadsThanItMayLose() {
        Macros macros = new PatientMacros((macro, build) -> waitWhateverHappens(), NONE);
        for (int number = 0; number < 8; number++) {
            assertThatExceptionOfType(BrokenTemplateException.class)
                    .isThrownBy(() -> macros.expand("$A", BUILD))
                    .withMessageContaining("had no value after");
        }

        assertThatExceptionOfType(BrokenTemplateException.class)
                .isThrownBy(() -> macros.expand("$A", BUILD))
                .withMessageContaining("other macros take too long");
        never.countDown();
    }

    private String waitWhateverHappens() {
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
        return "late";
    }

    @Test
    void shouldSayWhatHasFailed() {
        Macros macros = new PatientMacros(
                (macro, build) -> {
                    throw new LinkageError("half a plugin");
                },
                PatientMacros.PATIENCE);

        assertThatExceptionOfType(BrokenTemplateException.class)
                .isThrownBy(() -> macros.expand("$A", BUILD))
                .withMessageContaining("$A has failed", "half a plugin");
    }
}
