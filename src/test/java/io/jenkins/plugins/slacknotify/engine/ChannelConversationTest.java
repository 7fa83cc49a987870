package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One message for each build, and one conversation for the bad builds of a job in a row. */
class ChannelConversationTest {
    private static final FailedStage FAILED_STAGE =
            new FailedStage("Deploy", "exit code 1", List.of("Connecting", "Connection refused"));

    private final EngineBench bench = new EngineBench();

    private static BuildEvent build(int number, Outcome outcome, Trend trend) {
        return since(41, number, outcome, trend);
    }

    private static BuildEvent since(int first, int number, Outcome outcome, Trend trend) {
        FailureStreak series = new FailureStreak(
                first,
                BuildEvents.STARTED,
                BuildEvents.STARTED.plusSeconds(125),
                Math.max(1, number - first + 1),
                false);
        return aBuild().number(number)
                .that(outcome, trend)
                .finding(Findings.builder().failureStreak(series).build())
                .build();
    }

    private static BuildEvent broken() {
        return build(41, Outcome.FAILURE, Trend.REGRESSED);
    }

    private static BuildEvent stillFailing(int number) {
        return build(number, Outcome.FAILURE, Trend.STILL_FAILING);
    }

    private static BuildEvent fixed(int number) {
        return build(number, Outcome.SUCCESS, Trend.FIXED);
    }

    @Test
    void shouldTellABuildInOneMessageThatChanges() throws CannotAnnounceException {
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.SUCCESS));
        bench.announce(AnAnnouncement.named("begin").of(aBuild().running().build()));
        bench.run();
        bench.engine.buildCompleted(aBuild().build());
        bench.run();

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("succeeded");
    }

    @Test
    void shouldKnowTheBuildOfAThread() {
        bench.engine.buildCompleted(aFailure());
        bench.run();

        MessageLocation first = bench.slack.messages().get(0).location();
        assertThat(bench.engine.buildsOf(first.channel(), first.ts()).only())
                .contains(aFailure().key());
        assertThat(bench.engine.buildsOf("C0OTHER", first.ts()).builds()).isEmpty();
        assertThat(bench.engine.buildsOf(first.channel(), "1.1").builds()).isEmpty();
    }

    @Test
    void shouldKnowAllBuildsOfADigestAndTakeNoneForTheOneThatIsMeant() {
        for (int first = 1; first <= 9; first++) {
            bench.engine.buildCompleted(since(first, first, Outcome.FAILURE, Trend.REGRESSED));
        }
        bench.run().advance(Duration.ofMinutes(1));
        ReportedBuilds builds = buildsOfTheDigest();

        assertThat(builds.only()).isEmpty();
        assertThat(builds.builds())
                .hasSizeGreaterThan(1)
                .allMatch(build -> build.build() <= 9)
                .doesNotHaveDuplicates();

        // What came later has left the digest as it is, and is no build of it.
        for (int first = 1; first <= 9; first++) {
            bench.engine.buildCompleted(since(first, first + 10, Outcome.SUCCESS, Trend.FIXED));
        }
        bench.run().advance(Duration.ofMinutes(1));
        bench.newProcess();
        assertThat(buildsOfTheDigest()).isEqualTo(builds);
    }

    private ReportedBuilds buildsOfTheDigest() {
        MessageLocation digest = bench.slack.messages().stream()
                .filter(message -> message.text().contains(" builds*: "))
                .findFirst()
                .orElseThrow()
                .location();
        return bench.engine.buildsOf(digest.channel(), digest.ts());
    }

    /** The message reports the bad build, though the good one has marked it as over. */
    @Test
    void shouldMeanTheBuildThatAMessageReportsThoughItIsFixed() {
        bench.engine.buildCompleted(broken());
        bench.run();
        MessageLocation first = bench.slack.messages().get(0).location();
        bench.engine.buildCompleted(fixed(42));
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(bench.slack.messages().get(0).text()).contains("#42");
        assertThat(bench.engine.buildsOf(first.channel(), first.ts()).only()).contains(broken().key());
    }

    @Test
    void shouldMeanTheBuildThatAMessageReportsThoughItsStartWasReportedThere() throws CannotAnnounceException {
        bench.announce(AnAnnouncement.named("begin").of(aBuild().running().build()));
        bench.run();
        bench.engine.buildCompleted(aFailure());
        bench.run();
        MessageLocation first = bench.slack.messages().get(0).location();

        assertThat(bench.engine.buildsOf(first.channel(), first.ts()).only())
                .contains(aFailure().key());
    }

    @Test
    void shouldKnowTheBuildOfAThreadWhoseChannelHasAnotherId() {
        bench.engine.buildCompleted(aFailure());
        bench.run();
        MessageLocation first = bench.slack.messages().get(0).location();
        bench.engine.slackChanges().channelMoved(BotScope.ALL, first.channel(), "C0SHARED1");
        bench.engine.slackChanges().channelMoved(BotScope.ALL, "C0SHARED1", "C0SHARED2");

        assertThat(List.of("C0SHARED2", "C0SHARED1", first.channel()))
                .allSatisfy(channel -> assertThat(
                                bench.engine.buildsOf(channel, first.ts()).only())
                        .contains(aFailure().key()));
    }

    @Test
    void shouldSayInTheChannelThatABuildEndedWorseThanItStood() throws CannotAnnounceException {
        bench.announce(AnAnnouncement.named("begin").of(aBuild().running().build()));
        bench.run();
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(bench.slack.messages())
                .satisfiesExactly(first -> assertThat(first.text()).endsWith("broke"), answer -> {
                    assertThat(answer.text()).endsWith("broke");
                    assertThat(answer.content().attachments()).isEmpty();
                    assertThat(answer.content().broadcast()).isTrue();
                    assertThat(answer.threadTs())
                            .isEqualTo(bench.slack.messages().get(0).location().ts());
                });
    }

    @Test
    void shouldSayInTheThreadWhatIsNewSinceTheBuildBefore() {
        for (int number = 41; number <= 43; number++) {
            BuildEvent build = number == 41 ? broken() : stillFailing(number);
            String reason = number < 42 ? "host is down" : "disk is full";
            Findings findings = build.findings().toBuilder()
                    .failedStage(new FailedStage("Deploy", reason, List.of()))
                    .build();
            bench.engine.buildCompleted(build.toBuilder().findings(findings).build());
            bench.run();
        }

        assertThat(bench.slack.texts())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("— host is down"),
                        second -> assertThat(second).endsWith("— disk is full"),
                        third -> assertThat(third).endsWith("stage Deploy"));
        assertThat(answer(2).content().blocks()).doesNotContain("disk is full");
    }

    @Test
    void shouldSayAllWhereTheMessageOfTheBuildBeforeHasNotArrived() {
        // As it should be, and plain.
        bench.slack.answerPost(FakeSlack.refused("invalid_blocks", "Nothing"));
        bench.slack.answerPost(FakeSlack.refused("invalid_blocks", "Nothing"));
        Findings findings = broken().findings().toBuilder()
                .failedStage(new FailedStage("Deploy", "host is down", List.of()))
                .build();
        bench.engine.buildCompleted(broken().toBuilder().findings(findings).build());
        bench.run();
        bench.engine.buildCompleted(
                stillFailing(42).toBuilder().findings(findings).build());
        bench.run();

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("— host is down");
        assertThat(bench.slack.messages().get(0).content().attachments()).isNotEmpty();
    }

    @Test
    void shouldSpareTheChannelWhereATestIsFlaky() {
        TestResultSummary red = new TestResultSummary(9, 1, 0, 1, List.of("A.a"), List.of("A.a"));
        TestResultSummary green = new TestResultSummary(9, 0, 0, 0, List.of(), List.of());
        BuildEvent first = broken();
        bench.engine.buildCompleted(first.toBuilder()
                .findings(first.findings().toBuilder().tests(red).build())
                .build());
        bench.run();
        BuildEvent again = fixed(42);
        bench.engine.buildCompleted(again.toBuilder()
                .findings(again.findings().toBuilder()
                        .tests(green)
                        .rerunOf(first.key())
                        .build())
                .build());
        bench.run();

        assertThat(answer(1).content().broadcast()).isFalse();
        assertThat(answer(1).text()).endsWith("passes without a change: A.a is flaky");
        assertThat(answer(0).text()).contains("A.a is flaky");
    }

    @Test
    void shouldKeepAnswersInTheirThreadWhereTheDestinationWantsThat() {
        DestinationProfile quiet = new DestinationProfile(
                null,
                new Destination(null, "#builds"),
                MessageOptions.builder().repliesInThread(true).build(),
                Severity.INFO);
        bench.subscriptions = List.of(Rule.notifying(
                "quiet", Condition.ofEvents(Set.of(EventKind.FAILURE, EventKind.FIXED)), List.of(quiet)));
        bench.engine.buildCompleted(broken());
        bench.run();
        bench.engine.buildCompleted(fixed(42));
        bench.run();

        assertThat(answer(1).content().broadcast()).isFalse();
        assertThat(answer(1).text()).contains("is fixed");
    }

    @Test
    void shouldTellHowItEndedWhereItWasToldThatItRuns() throws CannotAnnounceException {
        bench.announce(
                AnAnnouncement.named("begin").of(aBuild().running().build()).to("#elsewhere"));
        bench.run();
        assertThat(bench.engine.buildCompleted(aBuild().build()))
                .extracting(DeliveryHandle::channel)
                .containsExactly("#elsewhere");
        bench.run();

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("succeeded");
    }

    @Test
    void shouldTellHowAJobEndedThatIsNotForTheSystemChannel() throws CannotAnnounceException {
        bench.announce(AnAnnouncement.named("begin").of(aBuild().running().build()));
        bench.run();
        bench.engine.buildCompleted(aBuild().build(), new JobRules(List.of(), false));
        bench.engine.buildCompleted(
                aBuild().number(13).that(Outcome.FAILURE, Trend.REGRESSED).build(), new JobRules(List.of(), false));
        bench.run();

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("#12>* succeeded");
    }

    @Test
    void shouldOnlyChangeTheMessageOfABuildThatIsBadLikeTheOneBefore() throws CannotAnnounceException {
        bench.engine.buildCompleted(broken());
        bench.announce(
                AnAnnouncement.named("begin").of(aBuild().number(42).running().build()));
        bench.run();
        bench.engine.buildCompleted(stillFailing(42));
        bench.run();

        assertThat(bench.slack.messages()).hasSize(2);
        assertThat(answer(1).text()).contains("still fails");
    }

    @Test
    void shouldLeaveAMessageAloneThatItsAuthorHasRated() throws CannotAnnounceException {
        bench.announce(
                AnAnnouncement.named("begin").of(aBuild().running().build()).as(Severity.CRITICAL));
        bench.run();
        bench.engine.buildCompleted(aBuild().build());
        bench.run();

        assertThat(bench.slack.texts()).singleElement().asString().startsWith(":rotating_light:");
    }

    @Test
    void shouldNotRepeatWhatTheJobHasSaidAtItsEnd() throws CannotAnnounceException {
        bench.announce(AnAnnouncement.named("post")
                .of(aBuild().that(Outcome.FAILURE, Trend.REGRESSED).running().build()));
        bench.run();
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(bench.slack.messages()).hasSize(1);
    }

    @Test
    void shouldTellOfWhatFollowsABadBuildInItsThread() {
        bench.engine.buildCompleted(broken());
        bench.run();
        bench.newProcess();
        bench.engine.buildCompleted(stillFailing(42));
        bench.run();

        assertThat(bench.slack.messages()).hasSize(2);
        assertThat(answer(1).threadTs()).isEqualTo(answer(0).location().ts());
        assertThat(answer(1).content().broadcast()).isFalse();
        assertThat(answer(1).text()).contains("#42", "still fails, 2nd time since #41");
    }

    @Test
    void shouldSayInTheChannelThatItIsFixedAndInTheFirstMessageToo() {
        bench.engine.buildCompleted(broken());
        bench.run();
        bench.engine.buildCompleted(stillFailing(42));
        bench.engine.buildCompleted(fixed(43));
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(bench.slack.messages()).hasSize(3);
        assertThat(answer(0).text()).contains("#43", "is fixed").contains("#41", "broke");
        assertThat(answer(2).threadTs()).isEqualTo(answer(0).location().ts());
        assertThat(answer(2).content().broadcast()).isTrue();
    }

    @Test
    void shouldSayInTheChannelThatItHasBecomeWorse() {
        bench.engine.buildCompleted(build(41, Outcome.UNSTABLE, Trend.REGRESSED));
        bench.run();
        bench.engine.buildCompleted(build(42, Outcome.FAILURE, Trend.REGRESSED));
        bench.run();

        assertThat(answer(1).content().broadcast()).isTrue();
        assertThat(answer(1).threadTs()).isEqualTo(answer(0).location().ts());
    }

    @Test
    void shouldNotSayInTheChannelAgainThatItIsAsBadAsItHasBecome() {
        bench.engine.buildCompleted(build(41, Outcome.UNSTABLE, Trend.REGRESSED));
        bench.run();
        bench.engine.buildCompleted(build(42, Outcome.FAILURE, Trend.REGRESSED));
        bench.run();
        bench.engine.buildCompleted(stillFailing(43));
        bench.run();

        assertThat(answer(2).content().broadcast()).isFalse();
        assertThat(answer(2).threadTs()).isEqualTo(answer(0).location().ts());
    }

    @Test
    void shouldStandForItselfWhereTheBeginningWasNotTold() {
        bench.engine.buildCompleted(stillFailing(42));
        bench.run();

        assertThat(answer(0).threadTs()).isNull();
    }

    @Test
    void shouldStandForItselfWhereTheBeginningIsFoundNotToHaveArrived() {
        bench.slack.answerPost(FakeSlack.refused("metadata_too_large", "Report it"));
        bench.engine.buildCompleted(broken());
        bench.engine.buildCompleted(stillFailing(42));
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(bench.slack.texts()).singleElement().asString().contains("#42");
        assertThat(answer(0).threadTs()).isNull();
    }

    @Test
    void shouldPostAnewWhereTheMessageWasDeleted() throws CannotAnnounceException {
        bench.announce(AnAnnouncement.named("begin").of(aBuild().running().build()));
        bench.run();
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.SUCCESS));
        bench.slack.answerUpdate(FakeSlack.refused("message_not_found", "It is gone"));
        bench.engine.buildCompleted(aBuild().build());
        bench.run();

        assertThat(bench.slack.texts()).hasSize(2).last().asString().endsWith("succeeded");
        assertThat(bench.heard.get(bench.heard.size() - 1).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void shouldNotPutOneBuildInThePlaceOfADigest() {
        for (int first = 1; first <= 9; first++) {
            bench.engine.buildCompleted(since(first, first, Outcome.FAILURE, Trend.REGRESSED));
        }
        bench.run().advance(Duration.ofMinutes(1));
        List<String> before = bench.slack.texts();
        bench.engine.buildCompleted(since(9, 10, Outcome.SUCCESS, Trend.FIXED));
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(bench.slack.texts())
                .startsWith(before.toArray(String[]::new))
                .hasSize(before.size() + 1);
    }

    @Test
    void shouldNotPutABuildInThePlaceOfTheDigestThatItLeads() {
        for (int first = 1; first <= 9; first++) {
            bench.engine.buildCompleted(since(first, first, Outcome.FAILURE, Trend.REGRESSED));
        }
        bench.run().advance(Duration.ofMinutes(1));
        List<String> digests = digests();
        assertThat(digests).isNotEmpty();
        for (int first = 1; first <= 9; first++) {
            bench.engine.buildCompleted(since(first, first + 10, Outcome.SUCCESS, Trend.FIXED));
        }
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(digests()).startsWith(digests.toArray(String[]::new));
    }

    private List<String> digests() {
        return bench.slack.texts().stream()
                .filter(text -> text.contains(" builds*: "))
                .toList();
    }

    @Test
    void shouldTellInTheThreadWhatTheMessageHasNoRoomFor() {
        bench.engine.buildCompleted(withManyCommits(Findings.NONE));
        bench.run().advance(Duration.ofSeconds(10));

        assertThat(bench.slack.messages()).hasSize(2);
        assertThat(answer(1).threadTs()).isEqualTo(answer(0).location().ts());
        assertThat(answer(1).text())
                .contains("*7 more changes*", "commit 7", "commit 1 ")
                .doesNotContain("commit 8");
    }

    @Test
    void shouldTellNothingInTheThreadWhereThatIsOff() {
        bench.details = ThreadDetails.NONE;
        bench.engine.buildCompleted(
                withManyCommits(Findings.builder().failedStage(FAILED_STAGE).build()));
        bench.run().advance(Duration.ofSeconds(10));

        assertThat(bench.slack.messages()).hasSize(1);
    }

    @Test
    void shouldShowAndKeepTheLogOnlyWhereItIsAllowed() {
        bench.engine.buildCompleted(
                withManyCommits(Findings.builder().failedStage(FAILED_STAGE).build()));
        bench.run().advance(Duration.ofSeconds(10));
        assertThat(bench.heard)
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(delivery.entry().payload()).doesNotContain("Connecting"));

        bench.details = ThreadDetails.FULL;
        bench.engine.buildCompleted(aBuild().number(50)
                .that(Outcome.FAILURE, Trend.REGRESSED)
                .finding(Findings.builder().failedStage(FAILED_STAGE).build())
                .build());
        bench.run().advance(Duration.ofSeconds(10));
        assertThat(bench.slack.texts()).last().asString().contains("Connection refused");
    }

    @Test
    void shouldQuoteNoLogAndNoTestWhereADestinationHasNoDetails() {
        bench.details = ThreadDetails.NONE;
        bench.engine.buildCompleted(withManyCommits(Findings.builder()
                .failedStage(FAILED_STAGE)
                .tests(new TestResultSummary(3, 1, 0, 1, List.of("CartTest.adds"), List.of(), "expected 119"))
                .build()));
        bench.run().advance(Duration.ofSeconds(10));

        assertThat(bench.heard)
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(delivery.entry().payload())
                        .contains("CartTest.adds")
                        .doesNotContain("Connection refused", "expected 119"));
    }

    private static BuildEvent withManyCommits(Findings findings) {
        Change[] changes = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new Change("c" + number, "Ada", "commit " + number))
                .toArray(Change[]::new);
        return aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .with(changes)
                .finding(findings)
                .build();
    }

    private FakeSlack.Message answer(int number) {
        return bench.slack.messages().get(number);
    }
}
