package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EarlierMessagesTest {
    private final EngineBench bench = new EngineBench();

    private Thread inAnotherThread(Runnable action) {
        Thread thread = new Thread(action);
        thread.start();
        await().until(() ->
                Set.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED).contains(thread.getState()));
        return thread;
    }

    /** Only what is remembered says that a step has reported the build elsewhere. */
    @Test
    void shouldTellInItsMessageHowABuildEndedThatEndsWhileJenkinsStillReadsWhatItHasSent() throws Exception {
        bench.subscriptions = List.of();
        bench.announce(named("begin").of(aBuild().running().build()).to("#elsewhere"));
        bench.run();
        bench.beginProcess();

        Thread listener = inAnotherThread(() -> bench.engine.buildCompleted(aFailure()));
        bench.run();
        listener.join();
        bench.run();

        assertThat(bench.slack.texts()).isNotEmpty().first().asString().contains("broke");
    }

    @Test
    void shouldNotHaveABuildWaitThatHasBegunSince() {
        bench.beginProcess();
        BuildEvent event = BuildEvent.builder(
                        new BuildKey("job", 1, bench.clock.instant().plusSeconds(1)), Outcome.FAILURE)
                .trend(Trend.REGRESSED)
                .build();

        assertThat(bench.engine.buildCompleted(event)).hasSize(1);
    }

    @Test
    void shouldGoOnWithoutWhereSomebodyInterrupts() throws Exception {
        bench.beginProcess();
        Thread listener = inAnotherThread(() -> {
            assertThat(bench.engine.buildCompleted(aFailure())).hasSize(1);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        assertThat(listener.isAlive()).isTrue();
        listener.interrupt();
        listener.join();
        bench.run();

        assertThat(bench.slack.texts()).hasSize(1);
    }
}
