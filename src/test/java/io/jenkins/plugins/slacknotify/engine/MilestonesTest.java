package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.ForwardingStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Milestones of running builds, and the messages that they become. */
class MilestonesTest {
    private static final InputQuestion QUESTION = new InputQuestion("7", "Deploy?", null);

    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void hearOfAllThatHappens() {
        hear(EventKind.STARTED, EventKind.WAITING_FOR_INPUT, EventKind.RUNNING_LONG);
    }

    /** Then nobody has to find out at the start of a build what could be said of it. */
    @Test
    void shouldKnowOfWhichMilestonesNobodyIsNotified() {
        hear(EventKind.FAILURE, EventKind.RUNNING_LONG);

        assertThat(mayNotifyOf(Milestone.STARTED)).isFalse();
        assertThat(mayNotifyOf(Milestone.RUNNING_LONG)).isTrue();
        assertThat(mayNotifyOf(Milestone.waitingFor(QUESTION)))
                .as("it may have been asked before")
                .isTrue();
        bench.enabled = false;
        assertThat(mayNotifyOf(Milestone.RUNNING_LONG)).isFalse();
    }

    private boolean mayNotifyOf(Milestone milestone) {
        return bench.engine.mayNotifyOf(milestone, "shop", JobRules.NONE);
    }

    @Test
    void shouldTurnTheStartIntoTheResult() {
        happens(Milestone.STARTED);
        assertThat(bench.slack.texts()).singleElement().asString().endsWith("started");

        completes(aBuild().build());

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("succeeded");
    }

    /** As a stage that is run once more does, under the id of before. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldChangeTheMessageThatIsAskedForOnceMore(boolean isAnotherProcess) throws CannotAnnounceException {
        hear(EventKind.values());
        var announcement = AnAnnouncement.named("said").of(aBuild().running().build());
        bench.announce(announcement);
        if (isAnotherProcess) {
            bench.newProcess();
        }
        bench.announce(announcement);

        completes(aBuild().build());

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("succeeded");
    }

    @Test
    void shouldChangeTheMessageItselfAndNotWhatFollowedItThoughTheProcessEnded() {
        bench.engine.milestoneReached(aBuild().during(Milestone.RUNNING_LONG).build(), JobRules.NONE);
        bench.newProcess();
        happens(Milestone.STARTED);
        bench.newProcess();

        completes(aBuild().build());

        assertThat(message(0).threadTs()).isNull();
        assertThat(message(0).text()).endsWith("succeeded");
        assertThat(message(1).text()).endsWith("started");
    }

    @Test
    void shouldSayInTheChannelThatWhatStartedBroke() {
        happens(Milestone.STARTED);
        completes(aFailure());

        assertThat(bench.slack.texts()).hasSize(2).allMatch(text -> text.endsWith("broke"));
        assertInChannel(1, true);
    }

    @Test
    void shouldSayInTheChannelThatWhatStartedIsFixed() {
        happens(Milestone.STARTED);
        completes(aBuild().that(Outcome.SUCCESS, Trend.FIXED).build());

        assertThat(bench.slack.texts()).hasSize(2).allMatch(text -> text.endsWith("is fixed"));
        assertInChannel(1, true);
    }

    @Test
    void shouldTellNothingThatNobodyHasChosen() {
        hear(EventKind.FAILURE);
        happens(Milestone.STARTED);
        happens(Milestone.RUNNING_LONG);
        happens(Milestone.waitingFor(QUESTION));

        assertThat(bench.slack.messages()).isEmpty();
    }

    @Test
    void shouldAskInTheThreadAndTheChannelWhereTheStartIsTold() {
        happens(Milestone.STARTED);
        happens(Milestone.waitingFor(QUESTION));

        assertThat(message(1).text()).contains("waits for input", "Deploy?");
        assertInChannel(1, true);
    }

    @Test
    void shouldSayInTheQuestionWhoAnsweredAndLeaveItSo() {
        happens(Milestone.STARTED);
        happens(Milestone.waitingFor(QUESTION));
        happens(answered("Ada"));
        completes(aBuild().build());

        assertThat(bench.slack.texts())
                .satisfiesExactly(
                        text -> assertThat(text).endsWith("succeeded"),
                        text -> assertThat(text).endsWith("Deploy? — answered by Ada after 12 min"));
    }

    @Test
    void shouldAskInAMessageOfItsOwnThatBecomesTheResult() {
        hear(EventKind.WAITING_FOR_INPUT);
        happens(Milestone.waitingFor(QUESTION));
        assertThat(message(0).threadTs()).isNull();
        happens(answered("Ada"));
        assertThat(bench.slack.texts()).singleElement().asString().contains("answered by Ada");

        completes(aBuild().build());

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("succeeded");
    }

    @Test
    void shouldAskEachQuestionOnce() {
        happens(Milestone.waitingFor(QUESTION));
        bench.newProcess();
        happens(Milestone.waitingFor(QUESTION));
        happens(Milestone.waitingFor(new InputQuestion("9", "Deploy?", null)));

        assertThat(bench.slack.messages()).hasSize(2);
        assertInChannel(1, true);
    }

    @Test
    void shouldNotPutAnAnswerThatComesLateInThePlaceOfTheResult() {
        happens(Milestone.waitingFor(QUESTION));
        bench.engine.buildCompleted(aBuild().build());
        happens(answered("Ada"));

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("succeeded");
    }

    @Test
    void shouldSayOfAQuestionThatNobodyAnsweredItUntilTheEnd() {
        happens(Milestone.STARTED);
        happens(Milestone.waitingFor(QUESTION));
        bench.newProcess();
        completes(aBuild().that(Outcome.ABORTED, Trend.SAME).build());

        assertThat(bench.slack.texts())
                .satisfiesExactly(
                        text -> assertThat(text).endsWith("was aborted"),
                        text -> assertThat(text).endsWith("Deploy? — not answered"));
    }

    @Test
    void shouldSayNothingAnewOfAQuestionWhoseMessageWasDeleted() {
        happens(Milestone.STARTED);
        happens(Milestone.waitingFor(QUESTION));
        bench.slack.answerUpdate(FakeSlack.refused("message_not_found", "It is gone"));
        happens(answered("Ada"));

        assertThat(bench.slack.messages()).hasSize(2);
    }

    @Test
    void shouldSayOnceThatABuildTakesLong() {
        happens(Milestone.STARTED);
        happens(Milestone.RUNNING_LONG);
        bench.newProcess();
        happens(Milestone.RUNNING_LONG);

        assertThat(message(1).text()).contains("is still running");
        assertThat(bench.slack.messages()).hasSize(2);
        assertInChannel(1, true);
    }

    @Test
    void shouldSayInTheThreadAloneWhatIsNoWorseThanTheMessageAboveIt() {
        bench.severities = Map.of(EventKind.RUNNING_LONG, Severity.INFO);
        happens(Milestone.STARTED);
        happens(Milestone.RUNNING_LONG);

        assertInChannel(1, false);
    }

    @Test
    void shouldNotSayThatABuildRunsWhoseEndIsTold() {
        hear(EventKind.RUNNING_LONG, EventKind.SUCCESS);
        completes(aBuild().build());
        happens(Milestone.RUNNING_LONG);

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("succeeded");
    }

    @Test
    void shouldTellHowEachEndedOfManyThatStartedAtOnce() {
        hear(EventKind.STARTED, EventKind.FAILURE);
        for (int number = 1; number <= 30; number++) {
            bench.engine.milestoneReached(
                    aBuild().number(number).during(Milestone.STARTED).build(), JobRules.NONE);
        }
        bench.run().advance(Duration.ofMinutes(1));
        int before = bench.slack.messages().size();
        assertThat(before).isLessThan(30);
        assertThat(bench.slack.texts())
                .anyMatch(text -> text.matches(".*\\*\\d+ builds\\*: (\\d+|both|all) started.*"));

        bench.engine.buildCompleted(
                aBuild().number(30).that(Outcome.FAILURE, Trend.REGRESSED).build());
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(bench.slack.texts().subList(before, bench.slack.texts().size()))
                .singleElement()
                .asString()
                .contains("#30", "broke");
    }

    @Test
    void shouldTellHowABuildEndedThatWasFoldedIntoADigestMeanwhile() {
        hear(EventKind.STARTED);
        for (int number = 1; number <= 30; number++) {
            bench.engine.milestoneReached(
                    aBuild().number(number).during(Milestone.STARTED).build(), JobRules.NONE);
        }
        bench.engine.buildCompleted(
                aBuild().number(30).that(Outcome.FAILURE, Trend.REGRESSED).build());
        bench.run().advance(Duration.ofMinutes(2));

        assertThat(bench.slack.messages())
                .filteredOn(message -> message.text().contains("#30"))
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.text()).endsWith("broke");
                    assertThat(end.threadTs()).isNull();
                });
    }

    @Test
    void shouldTellHowEachBuildOfADigestEndedAndLeaveTheDigest() {
        hear(EventKind.STARTED);
        for (int number = 1; number <= 12; number++) {
            bench.engine.milestoneReached(
                    aBuild().number(number).during(Milestone.STARTED).build(), JobRules.NONE);
        }
        bench.run().advance(Duration.ofMinutes(1));
        List<String> digests = digests();
        assertThat(digests).isNotEmpty();
        for (int number = 1; number <= 12; number++) {
            bench.engine.buildCompleted(
                    aBuild().number(number).that(Outcome.SUCCESS, Trend.SAME).build());
            bench.run().advance(Duration.ofMinutes(1));
        }

        assertThat(digests()).isEqualTo(digests);
        assertThat(bench.slack.texts())
                .filteredOn(text -> text.endsWith("succeeded"))
                .hasSize(12);
    }

    private List<String> digests() {
        return bench.slack.texts().stream()
                .filter(text -> text.contains(" builds*: "))
                .toList();
    }

    @Test
    void shouldPutDetailsBelowTheMessageThatWasPostedAnew() {
        happens(Milestone.STARTED);
        bench.slack.answerUpdate(FakeSlack.refused("message_not_found", "It is gone"));
        Change[] changes = IntStream.range(0, 12)
                .mapToObj(number -> new Change("c" + number, "Ada", "commit " + number))
                .toArray(Change[]::new);
        completes(aBuild().that(Outcome.FAILURE, Trend.STILL_FAILING)
                .with(changes)
                .build());

        assertThat(message(1).threadTs()).isNull();
        assertThat(message(2).threadTs()).isEqualTo(message(1).location().ts());
    }

    @Test
    void shouldSayBelowAMessageHowItEndedThatItsBuildWasRunAgain() {
        hear(EventKind.FAILURE);
        completes(aFailure());
        completes(rerun(13).that(Outcome.SUCCESS, Trend.SAME).build());

        assertThat(bench.slack.messages()).hasSize(2);
        assertThat(message(1).text()).contains("#13", "(re-run of #12) succeeded");
        assertThat(message(1).content().attachments()).isEmpty();
        assertInChannel(1, false);
    }

    @Test
    void shouldTellOfARerunInTheChannelTooWhereThatIsChosen() {
        hear(EventKind.FAILURE);
        completes(aFailure());
        completes(rerun(13).that(Outcome.FAILURE, Trend.SAME).build());

        assertThat(bench.slack.messages()).hasSize(3);
        assertThat(message(1).threadTs()).isNull();
        assertInChannel(2, false);
    }

    @Test
    void shouldNotSayTwiceInOneThreadHowARerunEnded() {
        hear(EventKind.FAILURE, EventKind.FIXED);
        completes(aFailure());
        // Somebody has written the same channel in another way since.
        bench.subscriptions = List.of(EngineBench.hears("#Builds", EventKind.FAILURE, EventKind.FIXED));
        Findings findings = Findings.builder()
                .rerunOf(aBuild().build().key())
                .failureStreak(
                        new FailureStreak(12, BuildEvents.STARTED, BuildEvents.STARTED.plusSeconds(125), 1, false))
                .build();
        completes(aBuild().number(13)
                .that(Outcome.SUCCESS, Trend.FIXED)
                .finding(findings)
                .build());

        assertThat(bench.slack.messages()).hasSize(2);
        assertInChannel(1, true);
    }

    @Test
    void shouldSayNothingOfARerunWhoseOriginalWasNotTold() {
        hear(EventKind.FAILURE);
        completes(rerun(13).that(Outcome.SUCCESS, Trend.SAME).build());

        assertThat(bench.slack.messages()).isEmpty();
    }

    private static BuildEvents rerun(int number) {
        return aBuild().number(number)
                .finding(Findings.builder().rerunOf(aBuild().build().key()).build());
    }

    private static Milestone answered(String by) {
        return Milestone.waitingFor(QUESTION.withAnswer(new InputAnswer(Ending.ANSWERED, by, Duration.ofMinutes(12))));
    }

    @Test
    void shouldReadEachMessageOnceToPlanTheEnd() {
        Map<String, Integer> reads = new HashMap<>();
        EngineBench counted = new EngineBench(new ForwardingStore() {
            @Override
            public Optional<Delivery> find(String id) throws IOException {
                reads.merge(id, 1, Integer::sum);
                return super.find(id);
            }

            /** Known by heart, as to the journal. */
            @Override
            public Optional<Delivery.State> stateOf(String id) throws IOException {
                return super.find(id).map(Delivery::state);
            }
        });
        counted.subscriptions = bench.subscriptions;
        counted.engine.milestoneReached(aBuild().during(Milestone.STARTED).build(), JobRules.NONE);
        counted.engine.milestoneReached(aBuild().during(Milestone.RUNNING_LONG).build(), JobRules.NONE);
        counted.run().advance(Duration.ofSeconds(10));
        reads.clear();

        counted.engine.buildCompleted(aFailure());

        assertThat(reads).hasSize(2).allSatisfy((id, count) -> assertThat(count).isEqualTo(1));
    }

    private void hear(EventKind... kinds) {
        bench.subscriptions = List.of(EngineBench.hears("#builds", kinds));
    }

    private void happens(Milestone moment) {
        bench.engine.milestoneReached(aBuild().during(moment).build(), JobRules.NONE);
        bench.run().advance(Duration.ofSeconds(10));
    }

    private void completes(BuildEvent end) {
        bench.engine.buildCompleted(end);
        bench.run().advance(Duration.ofSeconds(10));
    }

    /** An answer to the first message, and whether the channel shows it as well. */
    private void assertInChannel(int number, boolean broadcast) {
        assertThat(message(number).threadTs()).isEqualTo(message(0).location().ts());
        assertThat(message(number).content().broadcast()).isEqualTo(broadcast);
    }

    private FakeSlack.Message message(int number) {
        return bench.slack.messages().get(number);
    }
}
