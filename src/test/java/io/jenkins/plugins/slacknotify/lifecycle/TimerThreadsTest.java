package io.jenkins.plugins.slacknotify.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimerThreadsTest {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final TimerThreads threads = new TimerThreads("test-of-timer", 2, () -> timer);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        threads.close();
        timer.shutdownNow();
    }

    @Test
    void shouldRunTasksOnWorkersAndNotOnTheTimer() {
        threads.later(Duration.ofMillis(1), this::note);
        threads.work(this::note);

        await().untilAsserted(() -> assertThat(done)
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).startsWith("slack-notify-test-of-timer-")));
    }

    @Test
    void shouldHaveNoThreadWhileNothingIsToBeDone() {
        threads.later(Duration.ofHours(1), this::note);
        threads.work(this::note);

        await().untilAsserted(() -> assertThat(done).hasSize(1));
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("slack-notify-test-of-timer")));
        assertThat(timer.getQueue()).hasSize(1);
    }

    @Test
    void shouldForgetWhatWasPlannedWhenItIsClosed() {
        timer.setRemoveOnCancelPolicy(true);
        threads.later(Duration.ofHours(1), this::note);
        threads.close();
        threads.later(Duration.ofHours(1), this::note);
        threads.work(this::note);

        assertThat(timer.getQueue()).isEmpty();
        assertThat(done).isEmpty();
    }

    private void note() {
        done.add(Thread.currentThread().getName());
    }
}
