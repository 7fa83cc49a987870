package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.EngineBench.hears;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Completed builds, and the messages in channels that they lead to. */
class CompletedBuildsTest {
    @Test
    void shouldReportABuildThoughNothingElseTakesItIn() {
        EngineBench faulty = new EngineBench();
        faulty.ordered = new SubscriptionPolicy() {
            @Override
            public void completed(BuildEvent event) {
                throw new IllegalStateException("a fault");
            }
        };
        try (LoggedRecords log = LoggedRecords.of(NotificationEngine.class)) {
            assertThat(faulty.engine.buildCompleted(aFailure())).hasSize(1);
            assertThat(log.messages()).hasSize(1);
        }
    }

    private final EngineBench bench = new EngineBench();

    @Test
    void shouldTellTheChannelThatABuildBroke() {
        List<DeliveryHandle> handedOver = bench.engine.buildCompleted(aFailure());
        assertThat(handedOver).extracting(DeliveryHandle::channel).containsExactly("#builds");
        assertThat(bench.slack.calls()).as("asked while the build waits").isEmpty();

        bench.run();

        assertThat(bench.slack.texts())
                .containsExactly(":x: *<https://ci.example.org/job/shop/job/checkout/12/|shop » checkout #12>* broke");
        assertThat(bench.find(handedOver.get(0)).state()).isEqualTo(Delivery.State.SENT);
        assertThat(Deliveries.receipt(bench.find(handedOver.get(0))))
                .contains(new MessageReceipt("C0BUILDS00000", "1772366400.000000", null, "1772366400.000000", null));
    }

    @Test
    void shouldTellNobodyOfWhatNobodyAskedFor() {
        assertThat(bench.engine.buildCompleted(aBuild().build())).isEmpty();
        bench.run();

        assertThat(bench.slack.texts()).isEmpty();
    }

    @Test
    void shouldTellABuildOncePerDestinationThoughItIsHandedOverAgain() {
        bench.subscriptions = List.of(
                hears("#builds", EventKind.FAILURE),
                hears("#oncall", EventKind.REGRESSED),
                hears("builds", EventKind.REGRESSED));

        assertThat(bench.engine.buildCompleted(aFailure()))
                .extracting(DeliveryHandle::channel)
                .containsExactly("#builds", "#oncall");
        assertThat(bench.engine.buildCompleted(aFailure())).isEmpty();
        bench.run();
        assertThat(bench.engine.buildCompleted(aFailure())).isEmpty();
        bench.newProcess();
        assertThat(bench.engine.buildCompleted(aFailure())).isEmpty();
        bench.run();

        assertThat(bench.slack.messages())
                .extracting(message -> message.content().channel())
                .containsExactlyInAnyOrder("#builds", "#oncall");
    }

    @Test
    void shouldTellTwoBuildsOfAJobInTheirOrder() {
        bench.engine.buildCompleted(
                aBuild().number(12).that(Outcome.FAILURE, Trend.REGRESSED).build());
        bench.engine.buildCompleted(
                aBuild().number(13).that(Outcome.SUCCESS, Trend.FIXED).build());
        bench.run();

        assertThat(bench.slack.texts())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("#12>* broke"),
                        second -> assertThat(second).endsWith("#13>* is fixed"));
    }

    @Test
    void shouldRateTheBuildByTheTableOfThatMoment() {
        bench.severities = Map.of(EventKind.REGRESSED, Severity.CRITICAL);
        bench.engine.buildCompleted(aFailure());
        bench.severities = Map.of();
        bench.run();

        assertThat(bench.slack.texts()).singleElement().asString().startsWith(":rotating_light:");
    }

    @Test
    void shouldTakeNothingOverWhileItIsSwitchedOff() {
        bench.enabled = false;

        assertThat(bench.engine.buildCompleted(aFailure())).isEmpty();
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldLetWhatWaitsGoOnWaitingWhileItIsSwitchedOffAndSendItWhenItIsSwitchedOn() {
        DeliveryHandle waiting = bench.engine.buildCompleted(aFailure()).get(0);
        bench.enabled = false;
        bench.advance(Duration.ofHours(1));
        assertThat(bench.find(waiting))
                .returns(Delivery.State.WAITING, Delivery::state)
                .returns("Slack notifications are switched off", Delivery::note);

        bench.enabled = true;
        bench.engine.retries().settingsChanged();
        bench.run();

        assertThat(bench.find(waiting).state()).isEqualTo(Delivery.State.SENT);
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldSpeakUnderTheNameAndIconOfTheMomentOfSending() {
        bench.engine.buildCompleted(aFailure());
        bench.botName = "Jenkins";
        bench.botIcon = ":jenkins:";
        bench.run();

        assertThat(bench.slack.messages()).singleElement().satisfies(message -> {
            assertThat(message.content().botName()).isEqualTo("Jenkins");
            assertThat(message.content().botIcon()).isEqualTo(":jenkins:");
        });
    }

    @Test
    void shouldWaitAsLongAsSlackAsks() {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofSeconds(30)));
        DeliveryHandle limited = bench.engine.buildCompleted(aFailure()).get(0);

        bench.advance(Duration.ofSeconds(29));
        assertThat(bench.slack.calls()).containsExactly("post");
        assertThat(bench.find(limited).note()).matches("rate limited until \\d\\d:\\d\\d:30 .+");

        bench.advance(Duration.ofSeconds(1));
        assertThat(bench.slack.texts()).hasSize(1);
    }

    @Test
    void shouldSayWhoCanMendARefusalAndHow() {
        bench.slack.answerPost(FakeSlack.refused("is_archived", "The channel #builds is archived."));
        DeliveryHandle refused = bench.engine.buildCompleted(aFailure()).get(0);
        bench.run();

        assertThat(bench.find(refused))
                .returns(Delivery.State.HELD, Delivery::state)
                .returns("The channel #builds is archived. (is_archived)", Delivery::note);
        assertThat(bench.heard).containsExactly(bench.find(refused));
        assertThat(DeliveryReport.describe(bench.find(refused))).isEqualTo("shop/checkout #12 to #builds");
    }

    @Test
    void shouldTryAgainAfterARefusalThatPassesByItself() {
        bench.slack.answerPost(FakeSlack.refused("http_403", "A proxy stands in the way."));
        DeliveryHandle later = bench.engine.buildCompleted(aFailure()).get(0);
        bench.run();
        assertThat(bench.find(later))
                .as("Slack may have taken it")
                .returns(Delivery.State.UNCERTAIN, Delivery::state)
                .returns("A proxy stands in the way. (http_403)", Delivery::note);

        bench.advance(Duration.ofSeconds(2));
        assertThat(bench.find(later).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void shouldTryAgainWhereSlackCannotBeReachedWithoutLookingForAMessageThatCannotBeThere() {
        bench.slack.answerPost(new SlackResult.Unreachable<>("No connection"));
        bench.engine.buildCompleted(aFailure());
        bench.advance(Duration.ofSeconds(2));

        assertThat(bench.slack.calls()).containsExactly("post", "post");
    }

    @Test
    void shouldCloseWhatItUses() throws IOException {
        bench.engine.close();

        assertThat(bench.slack.isClosed()).isTrue();
    }
}
