package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad builds that somebody looks after, and the buttons of messages. */
class ClaimedBuildsTest {
    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void hearOfFailures() {
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.FAILURE, EventKind.FIXED));
    }

    @Test
    void shouldSayInTheMessageOfTheBuildWhoLooksAfterIt() {
        completes(aFailure());
        claims("Ada", "r1");

        assertThat(bench.slack.messages()).hasSize(1);
        assertThat(shown(0)).contains("*Ada* is on it");

        claims(null, "r2");
        assertThat(shown(0)).doesNotContain("is on it");
    }

    @Test
    void shouldKeepTheRestOfTheMessageThroughANewProcess() {
        completes(aFailure());
        String before = bench.slack.messages().get(0).text();
        bench.newProcess();
        claims("Ada", "r1");

        assertThat(bench.slack.messages()).hasSize(1);
        assertThat(bench.slack.messages().get(0).text()).isEqualTo(before);
        assertThat(shown(0)).contains("*Ada* is on it");
    }

    @Test
    void shouldSayItOnceForOneRequest() {
        completes(aFailure());
        claims("Ada", "r1");
        claims(null, "r2");
        claims("Ada", "r1");

        assertThat(shown(0)).doesNotContain("is on it");
    }

    /** That a build broke days ago is no news, whoever looks after it. */
    @Test
    void shouldNotBringBackAMessageThatSomebodyHasDeleted() {
        completes(aFailure());
        bench.slack.answerUpdate(FakeSlack.refused("message_not_found", "It is gone"));
        claims("Ada", "r1");

        assertThat(bench.slack.messages()).hasSize(1);
    }

    @Test
    void shouldTellNothingOfABuildWithoutAMessage() {
        claims("Ada", "r1");

        assertThat(bench.slack.messages()).isEmpty();
    }

    @Test
    void shouldThankWhoeverLookedAfterItWhenItIsFixed() {
        completes(aBuild().that(Outcome.SUCCESS, Trend.FIXED)
                .finding(Findings.builder().claimedBy("Ada").build())
                .build());

        assertThat(shown(0)).contains("Thanks to *Ada*");
    }

    /** A press that is kept is done at once when Jenkins starts, and one can come just then. */
    @Test
    void shouldSayItOfAClaimThatComesWhileJenkinsStillReadsWhatItHasSent() throws InterruptedException {
        completes(aFailure());
        bench.beginProcess();

        Thread request = new Thread(() -> bench.engine.buildClaimed(aFailure().key(), "Ada", "r1"));
        request.start();
        await().until(() ->
                Set.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED).contains(request.getState()));
        bench.run();
        request.join();
        bench.run().advance(Duration.ofSeconds(10));

        assertThat(shown(0)).contains("*Ada* is on it");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldSayItHoweverManyBuildsWereToldSince(boolean byAnotherProcess) {
        completes(aFailure());
        othersEnd();
        if (byAnotherProcess) {
            bench.newProcess();
            // An hour later it is known which builds run, and no more than these are remembered besides the latest.
            bench.advance(Duration.ofHours(2));
            completes(aBuild().of("one more")
                    .that(Outcome.FAILURE, Trend.REGRESSED)
                    .build());
        }
        claims("Ada", "r1");

        assertThat(shown(0)).contains("*Ada* is on it");
    }

    private void othersEnd() {
        for (int i = 0; i <= ConversationIndex.KEPT; i++) {
            bench.engine.buildCompleted(aBuild().of("other/" + i)
                    .that(Outcome.FAILURE, Trend.REGRESSED)
                    .build());
        }
        bench.run().advance(Duration.ofHours(1));
    }

    @Test
    void shouldHaveNoButtonsWhereNobodyTakesTheirPresses() {
        completes(aFailure());

        assertThat(shown(0)).doesNotContain("actions");
    }

    private void completes(BuildEvent end) {
        bench.engine.buildCompleted(end);
        bench.run().advance(Duration.ofSeconds(10));
    }

    private void claims(String name, String request) {
        bench.engine.buildClaimed(aFailure().key(), name, request);
        bench.run().advance(Duration.ofSeconds(10));
    }

    private String shown(int number) {
        return bench.slack.messages().get(number).content().blocks();
    }
}
