package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.FailingStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.Routers;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** By the name of the workspace, which each delivery keeps. */
    @Test
    void shouldCountWhatWaitsForAWorkspace() {
        EngineBench bench = new EngineBench();
        bench.noToken = "There is no bot token.";
        bench.engine.buildCompleted(
                aFailure(),
                new JobRules(
                        List.of(new RuleSet(
                                RuleScope.FOLDER,
                                "",
                                List.of(Routers.notifying(
                                        Destination.inWorkspace("partner", "#news"), EnumSet.allOf(EventKind.class))))),
                        true));
        bench.run();

        assertThat(bench.engine.deliveries().waitingIn("partner")).isEqualTo(1);
        assertThat(bench.engine.deliveries().waitingIn("system")).isZero();
        assertThat(bench.engine.deliveries().waitingIn("#news")).isZero();

        bench.noToken = null;
        bench.engine.retries().settingsChanged();
        bench.run();
        assertThat(bench.engine.deliveries().waitingIn("partner")).isZero();
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
    void shouldCountOfWhatTheDiskDoesNotTakeOnlyWhatHasNotArrived() {
        EngineBench bench = new EngineBench(store);
        store.full();
        bench.engine.buildCompleted(aFailure());
        bench.advance(Duration.ofMinutes(1));
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofMinutes(5)));
        bench.engine.buildCompleted(
                aBuild().of("other").that(Outcome.FAILURE, Trend.REGRESSED).build());
        bench.run();

        assertThat(bench.slack.texts()).hasSize(1);
        assertThat(bench.engine.deliveries().problems()).singleElement().returns(1, Problem::waiting);
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
                        .as("it has arrived")
                        .returns(0, Problem::waiting)
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

    /** What an earlier process has left running may be the other one's until then. */
    @Test
    void shouldKnowWhetherAnotherProcessHasTheOutbox(@TempDir Path folder) throws IOException {
        JournalOutboxStore other = new JournalOutboxStore(folder, Clock.systemUTC());
        other.add(Delivery.accepted(new Entry("other", "lane", Instant.now(), "payload"), 1));
        EngineBench bench = new EngineBench(new JournalOutboxStore(folder, Clock.systemUTC()));
        assertThat(bench.engine.ready()).isCompleted();
        assertThat(bench.engine.deliveries().areOfAnotherProcess()).isTrue();

        other.close();
        bench.advance(Duration.ofMinutes(6));

        assertThat(bench.engine.deliveries().areOfAnotherProcess()).isFalse();
        bench.engine.close();
    }

    @Test
    void shouldNotTakeADiskThatCannotBeReadForAnotherProcess() {
        store.failingOnUnfinished(new IOException("disk"));
        EngineBench bench = new EngineBench(store);

        assertThat(bench.engine.deliveries().areOfAnotherProcess()).isFalse();
    }
}
