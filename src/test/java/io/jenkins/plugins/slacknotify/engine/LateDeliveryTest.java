package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that arrive late, and say so. The bench's clock stands at noon; its builds ended at 10:02. */
class LateDeliveryTest {
    private static final String WHEN = "<!date^1772359325^{date_short_pretty} at {time}|1 Mar 2026, 10:02 UTC>";

    private final EngineBench bench = new EngineBench();

    @Test
    void shouldSayWhenTheBuildEnded() {
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(details(0)).contains("ended " + WHEN);
    }

    @Test
    void shouldNotSayItWhileItIsNews() {
        Duration sinceStart = Duration.ofHours(2).minusMinutes(5);
        bench.engine.buildCompleted(aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .lasting(sinceStart)
                .build());
        bench.run();

        assertThat(details(0)).doesNotContain("ended ").doesNotContain("<!date");
    }

    @Test
    void shouldSayWhenTheFirstOfManyEnded() {
        for (int number = 1; number <= 4; number++) {
            bench.engine.buildCompleted(aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                    .number(number)
                    .build());
        }
        bench.run();

        assertThat(bench.slack.texts()).singleElement().asString().contains("all broken, the first of them " + WHEN);
    }

    @Test
    void shouldSayWhenSomethingWasSaid() throws Exception {
        bench.announce(named("a").saying("Deploying").of(aBuild().running().build()));
        bench.run();

        assertThat(bench.slack.texts()).containsExactly("Deploying");
        assertThat(details(0)).contains("as of " + WHEN);
    }

    @Test
    void shouldNotSendWhatIsOlderThanTheAdministratorWants() {
        bench.expiry = Duration.ofHours(2);
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofHours(3)));
        DeliveryHandle handedOver = bench.engine.buildCompleted(aFailure()).get(0);
        bench.advance(Duration.ofHours(3));

        assertThat(bench.slack.texts()).isEmpty();
        assertThat(bench.find(handedOver).state()).isEqualTo(Delivery.State.EXPIRED);
    }

    /** Slack notifies nobody of a change. Without it, the message would say for ever that the build runs. */
    @Test
    void shouldEndInItsMessageWhatEndedLongAgoAndTellNobodyOfThat() {
        started();
        bench.noToken = "The token was revoked";
        DeliveryHandle end = bench.engine.buildCompleted(aFailure()).get(0);
        bench.advance(Duration.ofDays(3));
        bench.newProcess();
        tokenIsBack();

        assertThat(bench.find(end).state()).isEqualTo(Delivery.State.SENT);
        assertThat(bench.slack.texts()).singleElement().asString().contains("broke");
        assertThat(bench.engine.deliveries().waiting()).isZero();
        assertThat(bench.heard)
                .filteredOn(it -> it.state() == Delivery.State.EXPIRED)
                .as("the loud half")
                .hasSize(1);
    }

    @Test
    void shouldMarkAsOverWhatWasFixedLongAgo() {
        bench.engine.buildCompleted(aFailure());
        bench.run().advance(Duration.ofMinutes(1));
        bench.noToken = "The token was revoked";
        bench.engine.buildCompleted(fixed());
        bench.advance(Duration.ofDays(3));
        tokenIsBack();

        assertThat(bench.slack.texts()).singleElement().asString().contains("is fixed", "broke");
    }

    /** Neither is news: the start has never been told. */
    @Test
    void shouldTellNothingLateOfWhatBeganAndEndedMeanwhile() {
        bench.subscriptions = List.of(
                EngineBench.hears("#builds", EventKind.STARTED), EngineBench.hears("#builds", EventKind.FAILURE));
        bench.noToken = "The token was revoked";
        bench.engine.milestoneReached(aBuild().during(Milestone.STARTED).build(), JobRules.NONE);
        bench.engine.buildCompleted(aFailure());
        bench.advance(Duration.ofDays(3));
        tokenIsBack();

        assertThat(bench.slack.texts()).isEmpty();
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldPostNothingInPlaceOfAMessageThatIsGoneByThen() {
        started();
        bench.noToken = "The token was revoked";
        bench.engine.buildCompleted(aFailure());
        bench.advance(Duration.ofDays(3));
        bench.slack.answerUpdate(FakeSlack.refused("message_not_found", "The message is gone"));
        tokenIsBack();

        assertThat(bench.slack.calls()).containsOnlyOnce("post").contains("update");
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldTellHowItEndedThoughTheClockIsAheadForAMoment() {
        started();
        bench.noToken = "The token was revoked";
        DeliveryHandle end = bench.engine.buildCompleted(aFailure()).get(0);
        bench.run();
        bench.clock.jump(Duration.ofDays(3));
        bench.slack.answerUpdate(FakeSlack.refused("message_not_found", "The message is gone"));
        bench.noToken = null;
        bench.engine.retries().credentialsChanged();
        bench.run();
        bench.clock.jump(Duration.ofDays(-3));

        MessageLocation start = bench.slack.messages().get(0).location();
        assertThat(Deliveries.receipt(bench.find(end)).orElseThrow().location())
                .as("in a message of its own")
                .isNotEqualTo(start);
    }

    /** The receipt of the start may be forgotten sooner than the end is sent. */
    @Test
    void shouldPostNothingLateForAMessageOfWhichNothingIsKnownAnyMore() throws IOException {
        started();
        bench.noToken = "The token was revoked";
        DeliveryHandle end = bench.engine.buildCompleted(aFailure()).get(0);
        bench.advance(Duration.ofDays(3));
        bench.store.forgetFinished(bench.clock.instant(), 0, (id, sequence) -> false);
        tokenIsBack();

        assertThat(bench.slack.calls()).containsExactly("post");
        assertThat(bench.find(end))
                .returns(Delivery.State.EXPIRED, Delivery::state)
                .satisfies(it -> assertThat(it.note()).startsWith("Too old to be news"));
    }

    private void started() {
        bench.subscriptions = List.of(
                EngineBench.hears("#builds", EventKind.STARTED), EngineBench.hears("#builds", EventKind.FAILURE));
        bench.engine.milestoneReached(aBuild().during(Milestone.STARTED).build(), JobRules.NONE);
        bench.run().advance(Duration.ofMinutes(1));
    }

    private static BuildEvent fixed() {
        FailureStreak streak = new FailureStreak(
                aFailure().key().build(), BuildEvents.STARTED, BuildEvents.STARTED.plusSeconds(125), 1, false);
        return aBuild().number(aFailure().key().build() + 1)
                .that(Outcome.SUCCESS, Trend.FIXED)
                .finding(Findings.builder().failureStreak(streak).build())
                .build();
    }

    private void tokenIsBack() {
        bench.noToken = null;
        bench.engine.retries().credentialsChanged();
        bench.run().advance(Duration.ofHours(1));
    }

    private String details(int message) {
        return bench.slack.messages().get(message).content().attachments().toString();
    }
}
