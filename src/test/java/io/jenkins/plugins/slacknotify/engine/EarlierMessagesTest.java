package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.FailingStore;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Slack is out of reach, so only the first message is ever tried, and nothing else says that the others are there. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellInTheMessageThatStillWaitsHowABuildEnded(boolean engineFirst) {
        startsWhileSlackIsOutOfReach(bench);
        bench.beginProcess();
        if (engineFirst) {
            bench.threads.runNewest();
        }
        bench.run();

        bench.engine.buildCompleted(aFailure());
        bench.advance(Duration.ofMinutes(10));

        assertThat(ofTheBuild(bench)).singleElement().asString().contains("broke");
    }

    @Test
    void shouldTellInItsMessageHowABuildEndedOnceTheOutboxCouldBeRead() {
        FailingStore store = new FailingStore();
        EngineBench bench = new EngineBench(store);
        startsWhileSlackIsOutOfReach(bench);
        store.failingOnUnfinished(new IOException("for the test"));
        bench.newProcess();
        store.mend();
        while (bench.engine.deliveries().waiting() == 0) {
            bench.advance(Duration.ofSeconds(1));
        }

        bench.engine.buildCompleted(aFailure());
        bench.advance(Duration.ofMinutes(10));

        assertThat(ofTheBuild(bench)).singleElement().asString().contains("broke");
    }

    /** Another build starts first, and its message fails once in each process. */
    private static void startsWhileSlackIsOutOfReach(EngineBench bench) {
        bench.subscriptions = List.of(
                EngineBench.hears("#builds", EventKind.STARTED), EngineBench.hears("#builds", EventKind.FAILURE));
        bench.slack.answerPost(new SlackResult.Unreachable<>("No route"));
        bench.slack.answerPost(new SlackResult.Unreachable<>("No route"));
        for (String job : List.of("first", "shop/checkout")) {
            bench.engine.milestoneReached(
                    aBuild().of(job).during(Milestone.STARTED).build(), JobRules.NONE);
        }
        bench.run();
        assertThat(bench.slack.calls()).containsExactly("post");
    }

    private static List<String> ofTheBuild(EngineBench bench) {
        return bench.slack.messages().stream()
                .filter(message -> message.threadTs() == null)
                .map(FakeSlack.Message::text)
                .skip(1)
                .toList();
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
