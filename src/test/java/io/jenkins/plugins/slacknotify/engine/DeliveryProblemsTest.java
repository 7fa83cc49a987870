package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.outbox.FailingStore;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The problems of which administrators are alerted, and for how long. */
class DeliveryProblemsTest {
    private final FailingStore store = new FailingStore();

    @Test
    void shouldTellWhoIsNeededToMendWhatIsHeld() {
        EngineBench bench = new EngineBench();
        bench.noToken = "There is no bot token.";
        Instant since = bench.clock.instant();
        bench.engine.buildCompleted(aFailure());
        bench.advance(Duration.ofMinutes(1));
        assertThat(bench.engine.deliveries().problems())
                .containsExactly(new Problem(bench.noToken, Problem.FixLocation.SYSTEM_SETTINGS, since, 1));

        bench.noToken = null;
        bench.engine.retries().settingsChanged();
        bench.run();
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldTryWhatIsHeldWhenACredentialHasChangedAndNotWhatSlackWantsToWait() {
        EngineBench bench = new EngineBench();
        bench.noToken = "There is no bot token.";
        bench.engine.buildCompleted(aFailure());
        bench.run();
        bench.noToken = null;
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofMinutes(1)));

        bench.engine.retries().credentialsChanged();
        bench.engine.retries().credentialsChanged();
        bench.run();
        bench.engine.retries().credentialsChanged();
        bench.run();
        assertThat(bench.slack.calls()).hasSize(1);

        bench.advance(Duration.ofMinutes(1));
        assertThat(bench.slack.texts()).hasSize(1);
    }

    @Test
    void shouldTellThatTheDiskTakesNothing() {
        EngineBench bench = new EngineBench(store);
        Instant since = bench.clock.instant();
        store.full();
        bench.engine.buildCompleted(aFailure());
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.slack.texts()).hasSize(1);
        assertThat(bench.engine.deliveries().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .returns(since, Problem::since)
                        .returns(1, Problem::waiting)
                        .extracting(Problem::description)
                        .asString()
                        .contains("cannot be written to disk", "lost if Jenkins stops", "free space", "permissions"));

        store.mend();
        bench.advance(Duration.ofMinutes(5));
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldTellThatWhatWasLeftCannotBeRead() {
        store.failingOnUnfinished(new IOException("disk"));
        EngineBench bench = new EngineBench(store);

        assertThat(bench.engine.deliveries().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .returns(0, Problem::waiting)
                        .extracting(Problem::description)
                        .asString()
                        .contains("cannot be read from disk", "permissions")
                        .doesNotContain("cannot be written"));

        store.mend();
        bench.advance(Duration.ofMinutes(1));
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }
}
