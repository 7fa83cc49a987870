package io.jenkins.plugins.slacknotify.engine.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimeLimitedMacrosTest {
    private static final BuildKey BUILD = new BuildKey("shop", 1, Instant.EPOCH);

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void shouldExpandOnAThreadOfItsOwn() throws BrokenTemplateException {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Macros macros = new TimeLimitedMacros(
                (macro, build) -> {
                    thread.set(Thread.currentThread());
                    return macro + " of " + build;
                },
                TimeLimitedMacros.TIMEOUT);

        assertThat(macros.expand("$A", BUILD)).isEqualTo("$A of shop #1");
        assertThat(thread.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void shouldGiveUpAndInterruptWhatTakesTooLong() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Macros macros = new TimeLimitedMacros(
                (macro, build) -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return "late";
                },
                Duration.ofSeconds(1));

        assertThatExceptionOfType(BrokenTemplateException.class)
                .isThrownBy(() -> macros.expand("$A", BUILD))
                .withMessage("$A had no value after 1 s.");
        interrupted.await();
    }

    @Test
    void shouldStartNoMoreThreadsThanItMayLose() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(8);
        Macros macros = new TimeLimitedMacros(
                (macro, build) -> {
                    begun.countDown();
                    return waitWhateverHappens();
                },
                Duration.ofMinutes(1));
        for (int number = 0; number < 8; number++) {
            new Thread(() -> expandInVain(macros)).start();
        }
        begun.await();

        assertThatExceptionOfType(BrokenTemplateException.class)
                .isThrownBy(() -> macros.expand("$A", BUILD))
                .withMessageContaining("other macros take too long");
        never.countDown();
    }

    @Test
    void shouldGetThreadsBackThoughTheyWereGivenUpBeforeTheyBegan() {
        Macros macros = new TimeLimitedMacros((macro, build) -> "value", Duration.ZERO);
        for (int number = 0; number < 100; number++) {
            expandInVain(macros);
        }

        await().until(() -> expandInVain(macros), why -> !why.contains("other macros take too long"));
    }

    /** Tells why it was in vain, if it was. */
    private static String expandInVain(Macros macros) {
        try {
            return macros.expand("$A", BUILD);
        } catch (BrokenTemplateException e) {
            return e.getMessage();
        }
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
        Macros macros = new TimeLimitedMacros(
                (macro, build) -> {
                    throw new LinkageError("half a plugin");
                },
                TimeLimitedMacros.TIMEOUT);

        assertThatExceptionOfType(BrokenTemplateException.class)
                .isThrownBy(() -> macros.expand("$A", BUILD))
                .withMessageContaining("$A has failed", "half a plugin");
    }
}
