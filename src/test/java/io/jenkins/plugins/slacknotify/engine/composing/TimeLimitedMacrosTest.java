package io.jenkins.plugins.slacknotify.engine.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimeLimitedMacrosTest {
    private static final BuildKey BUILD = new BuildKey("shop", 1, Instant.EPOCH);

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void shouldExpandOnAThreadOfItsOwn() throws BrokenTemplateException {
        AtomicReference<Thread> thread = new AtomicReference<>();
        TimeLimitedMacros macros = new TimeLimitedMacros(
                (macro, build) -> {
                    thread.set(Thread.currentThread());
                    return macro + " of " + build;
                },
                TimeLimitedMacros.TIMEOUT);

        assertThat(macros.expand("$A", BUILD, "team")).isEqualTo("$A of shop #1");
        assertThat(thread.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void shouldGiveUpAndInterruptWhatTakesTooLong() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        TimeLimitedMacros macros = new TimeLimitedMacros(
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
                .isThrownBy(() -> macros.expand("$A", BUILD, "team"))
                .withMessage("$A had no value after 1 s.");
        interrupted.await();
    }

    @Test
    void shouldLeaveTheThreadsOfOthersToThem() throws Exception {
        TimeLimitedMacros macros = endless(Duration.ofMillis(300), 2);

        assertThatExceptionOfType(BrokenTemplateException.class)
                .isThrownBy(() -> macros.expand("$A", BUILD, "endless"))
                .withMessageContaining("other macros take too long");
        assertThat(macros.expand("$A", BUILD, "team")).isEqualTo("value");
        assertThat(macros.expand("$A", BUILD, "")).isEqualTo("value");
        never.countDown();
    }

    @Test
    void shouldStartNoMoreThreadsThanItMayLose() throws Exception {
        CountDownLatch begun = new CountDownLatch(16);
        TimeLimitedMacros macros = new TimeLimitedMacros(
                (macro, build) -> {
                    begun.countDown();
                    return waitWhateverHappens();
                },
                Duration.ofMillis(300));
        for (int number = 0; number < 16; number++) {
            String owner = "team-" + number / 2;
            new Thread(() -> expandInVain(macros, owner)).start();
        }
        begun.await();

        assertThat(expandInVain(macros, "others")).contains("other macros take too long");
        never.countDown();
    }

    /** Several channels get messages of one template at the same moment. */
    @Test
    void shouldWaitForAThreadWhileOthersAreInTime() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        TimeLimitedMacros macros = new TimeLimitedMacros((macro, build) -> waitFor(answers), Duration.ofMinutes(1));
        List<FutureTask<String>> messages = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            FutureTask<String> message = new FutureTask<>(() -> expandInVain(macros, ""));
            messages.add(message);
            Thread thread = new Thread(message);
            thread.start();
            await().until(() -> message.isDone() || thread.getState() == Thread.State.TIMED_WAITING);
        }

        answers.countDown();

        for (FutureTask<String> message : messages) {
            assertThat(message.get()).isEqualTo("value");
        }
    }

    @Test
    void shouldWaitNoLongerThanAMacroMayTake() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        TimeLimitedMacros macros = new TimeLimitedMacros((macro, build) -> waitFor(answers), Duration.ofMillis(300));
        List<FutureTask<String>> messages = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            String macro = "$A" + number;
            FutureTask<String> message = new FutureTask<>(() -> expandInVain(macros, "team", macro));
            messages.add(message);
            new Thread(message).start();
        }

        for (FutureTask<String> message : messages) {
            assertThat(message.get()).containsAnyOf("had no value after", "other macros take too long");
        }
        answers.countDown();
    }

    @Test
    void shouldStopWaitingForAThreadWhenItIsInterrupted() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        TimeLimitedMacros macros = new TimeLimitedMacros((macro, build) -> waitFor(answers), Duration.ofMinutes(1));
        List<Thread> threads = new ArrayList<>();
        FutureTask<String> third = new FutureTask<>(() -> expandInVain(macros, "team"));
        for (Runnable message :
                List.<Runnable>of(() -> expandInVain(macros, "team"), () -> expandInVain(macros, "team"), third)) {
            Thread thread = new Thread(message);
            threads.add(thread);
            thread.start();
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        }

        threads.get(2).interrupt();

        assertThat(third.get()).isEqualTo("$A had no value when Jenkins stopped.");
        answers.countDown();
    }

    private static String waitFor(CountDownLatch answers) throws BrokenTemplateException {
        try {
            answers.await();
            return "value";
        } catch (InterruptedException e) {
            throw new BrokenTemplateException("interrupted");
        }
    }

    @Test
    void shouldNotTryAgainWhatWasLateTwiceUntilItMayBeCorrected() {
        AtomicInteger tries = new AtomicInteger();
        TimeLimitedMacros macros = new TimeLimitedMacros(
                (macro, build) -> {
                    tries.incrementAndGet();
                    return waitWhateverHappens();
                },
                Duration.ofMillis(200));

        assertThat(expandInVain(macros, "team")).contains("had no value after");
        assertThat(expandInVain(macros, "team")).contains("had no value after");
        assertThat(expandInVain(macros, "team")).contains("is not tried again until the configuration is saved");
        assertThat(tries).hasValue(2);
        assertThat(expandInVain(macros, "other")).as("of another owner").contains("had no value after");

        macros.forget();

        assertThat(expandInVain(macros, "team")).contains("other macros take too long");
        never.countDown();
        await().until(() -> expandInVain(macros, "team"), "late"::equals);
    }

    /** A server that is slow for a moment in spring, and for another one in autumn, has corrected itself in between. */
    @Test
    void shouldTryAgainWhatWasInTimeSinceItWasLate() throws BrokenTemplateException {
        AtomicReference<CountDownLatch> answers = new AtomicReference<>();
        TimeLimitedMacros macros =
                new TimeLimitedMacros((macro, build) -> waitFor(answers.get()), Duration.ofMillis(500));
        for (int season = 0; season < 3; season++) {
            answers.set(never);
            assertThat(expandInVain(macros, "team")).contains("had no value after");
            answers.set(new CountDownLatch(0));
            await().until(() -> expandInVain(macros, "team"), "value"::equals);
        }
    }

    /** Macros of which those of one owner never end, of which so many have begun. */
    private TimeLimitedMacros endless(Duration timeout, int count) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(count);
        TimeLimitedMacros macros = new TimeLimitedMacros(
                (macro, build) -> {
                    if (!macro.equals("$ENDLESS")) {
                        return "value";
                    }
                    begun.countDown();
                    return waitWhateverHappens();
                },
                timeout);
        for (int number = 0; number < count; number++) {
            new Thread(() -> expandInVain(macros, "endless", "$ENDLESS")).start();
        }
        begun.await();
        return macros;
    }

    @Test
    void shouldGetThreadsBackThoughTheyWereGivenUpBeforeTheyBegan() {
        TimeLimitedMacros macros = new TimeLimitedMacros((macro, build) -> "value", Duration.ZERO);
        for (int number = 0; number < 100; number++) {
            expandInVain(macros, "team", "$A" + number);
        }

        await().until(() -> expandInVain(macros), why -> !why.contains("other macros take too long"));
    }

    /** Tells why it was in vain, if it was. */
    private static String expandInVain(TimeLimitedMacros macros) {
        return expandInVain(macros, "team");
    }

    private static String expandInVain(TimeLimitedMacros macros, String owner) {
        return expandInVain(macros, owner, "$A");
    }

    private static String expandInVain(TimeLimitedMacros macros, String owner, String macro) {
        try {
            return macros.expand(macro, BUILD, owner);
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
        TimeLimitedMacros macros = new TimeLimitedMacros(
                (macro, build) -> {
                    throw new LinkageError("half a plugin");
                },
                TimeLimitedMacros.TIMEOUT);

        assertThatExceptionOfType(BrokenTemplateException.class)
                .isThrownBy(() -> macros.expand("$A", BUILD, "team"))
                .withMessageContaining("$A has failed", "half a plugin");
    }
}
