package io.jenkins.plugins.slacknotify.config.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.slack.LogCapture;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PageLookupTest {
    private static final Executor THREADS = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    };

    /** For what is answered; a busy machine may take a while. */
    private final PageLookup patient = new PageLookup(THREADS, Duration.ofMinutes(1), 1);

    private final PageLookup lookups = new PageLookup(THREADS, Duration.ofMillis(200), 1);

    @Test
    void shouldReturnWhatTheProviderHas() {
        assertThat(patient.<String>call(() -> "found")).isEqualTo("found");
        assertThat(patient.<String>call(() -> null)).isNull();
    }

    /** The caller may be faster than the thread that has had the answer. */
    @Test
    void shouldHaveAFreePlaceOnceThereIsAnAnswer() {
        for (int time = 0; time < 3_000; time++) {
            assertThat(patient.<String>call(() -> "found")).isEqualTo("found");
        }
    }

    @Test
    void shouldGiveUpAProviderThatDoesNotAnswer() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean isInterrupted = new AtomicBoolean();

        assertThatThrownBy(() -> lookups.call(() -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        isInterrupted.set(true);
                    }
                    return "late";
                }))
                .isInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContaining("does not answer")
                .hasMessageContaining("Try again");

        await("the interrupt").until(isInterrupted::get);
        await("the free place").ignoreExceptions().until(() -> lookups.call(() -> "found"), "found"::equals);
    }

    /** A page may ask several providers, one of which hangs. It would wait for that one again and again. */
    @Test
    void shouldHurryThoughAnotherProviderAnswers() {
        try (LogCapture log = LogCapture.ofEverything()) {
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> lookups.call(() -> {
                            new CountDownLatch(1).await();
                            return "never";
                        }))
                        .isInstanceOf(CredentialsUnavailableException.class);
                await("the answer").ignoreExceptions().until(() -> lookups.call(() -> "found"), "found"::equals);
            }

            assertThat(log.text())
                    .as("how often a look-up had the whole time")
                    .containsOnlyOnce("does not answer a page");
        }
    }

    /** A provider may heed no interrupt. Each page would keep one more thread. */
    @Test
    void shouldAskNothingWhileAllThreadsAreBusy() {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicBoolean isAsked = new AtomicBoolean();
        assertThatThrownBy(() -> lookups.call(() -> {
                    boolean isDone = false;
                    while (!isDone) {
                        try {
                            answer.await();
                            isDone = true;
                        } catch (InterruptedException e) {
                            // As some clients of servers do.
                        }
                    }
                    return "late";
                }))
                .isInstanceOf(CredentialsUnavailableException.class);

        assertThatThrownBy(() -> lookups.call(() -> {
                    isAsked.set(true);
                    return "found";
                }))
                .isInstanceOf(CredentialsUnavailableException.class);
        assertThat(isAsked).isFalse();

        answer.countDown();
        await("the free place").ignoreExceptions().until(() -> lookups.call(() -> "found"), "found"::equals);
    }

    @Test
    void shouldNotRepeatWhatAProviderThrows() {
        assertThatThrownBy(() -> patient.call(() -> {
                    throw new IllegalStateException("https://vault/?token=s3cret");
                }))
                .isInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContaining("IllegalStateException")
                .hasMessageNotContainingAny("vault/", "s3cret");
        assertThat(patient.<String>call(() -> "found")).isEqualTo("found");
    }

    @Test
    void shouldSaySoWhereThereIsNoThread() {
        PageLookup none = new PageLookup(
                task -> {
                    throw new RejectedExecutionException();
                },
                Duration.ofMillis(200),
                1);

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> none.call(() -> "found"))
                    .isInstanceOf(CredentialsUnavailableException.class)
                    .hasMessageContaining("RejectedExecutionException");
        }
    }
}
