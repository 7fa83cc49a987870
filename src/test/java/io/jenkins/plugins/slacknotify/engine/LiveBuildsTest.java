package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress.Stage;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress.State;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that follow their builds while these run, and what is said of questions meanwhile. */
class LiveBuildsTest {
    private EngineBench bench = new EngineBench();

    @BeforeEach
    void hearOfStarts() {
        bench.subscriptions = List.of(
                EngineBench.hears("#builds", EventKind.STARTED, EventKind.WAITING_FOR_INPUT, EventKind.SUCCESS));
    }

    @Test
    void shouldShowTheStagesInTheOneMessageUpToItsEnd() {
        reaches(Milestone.STARTED);
        progresses(1, stage("Build", State.DONE), stage("Test", State.RUNNING));

        assertThat(bench.slack.messages()).hasSize(1);
        assertThat(shown()).contains(":white_check_mark: Build", ":arrow_forward: Test", "Running for", "usually");

        progresses(2, stage("Build", State.DONE), stage("Test", State.FAILED));
        assertThat(shown()).contains(":x: Test");

        bench.engine.buildCompleted(build().build());
        bench.run().advance(Duration.ofSeconds(10));
        assertThat(bench.slack.messages()).hasSize(1);
        assertThat(shown()).doesNotContain("Test", "Running for");
    }

    /** It would come back every few seconds; how the build ends is news all the same. */
    @Test
    void shouldNotBringBackAMessageThatSomebodyHasDeleted() {
        reaches(Milestone.STARTED);
        for (int number : List.of(1, 2)) {
            bench.slack.answerUpdate(FakeSlack.refused("message_not_found", "It is gone"));
            progresses(number, stage("Build " + number, State.RUNNING));
        }
        assertThat(bench.slack.messages()).hasSize(1);

        bench.slack.answerUpdate(FakeSlack.refused("message_not_found", "It is gone"));
        bench.engine.buildCompleted(build().build());
        bench.run().advance(Duration.ofSeconds(10));
        assertThat(bench.slack.messages()).hasSize(2);
    }

    @Test
    void shouldGoOnInANewProcess() {
        reaches(Milestone.STARTED);
        bench.newProcess();
        progresses(3, stage("Build", State.RUNNING));

        assertThat(bench.slack.messages()).hasSize(1);
        assertThat(shown()).contains(":arrow_forward: Build");
    }

    @Test
    void shouldSayNothingOfABuildThatHasEndedOrHasNoMessage() {
        progresses(1, stage("Build", State.RUNNING));
        assertThat(bench.slack.messages()).isEmpty();

        reaches(Milestone.STARTED);
        bench.engine.buildCompleted(build().build());
        bench.run().advance(Duration.ofSeconds(10));
        progresses(2, stage("Build", State.RUNNING));
        assertThat(shown()).doesNotContain("Build:", "Running for");
    }

    /** Nobody would miss it, so it waits for nothing, and nothing waits for it. */
    @Test
    void shouldLeaveItOutWhereOtherMessagesNeedTheChannel() {
        reaches(Milestone.STARTED);
        bench.engine.buildCompleted(
                aBuild().number(8).that(Outcome.SUCCESS, Trend.SAME).build());

        assertThat(bench.engine.buildProgressed(progress(stage("Build", State.RUNNING)), 1))
                .isEmpty();

        bench.run().advance(Duration.ofSeconds(10));
        assertThat(bench.engine.buildProgressed(progress(stage("Build", State.RUNNING)), 1))
                .isNotEmpty();
    }

    @Test
    void shouldLeaveAQuestionAlone() {
        reaches(Milestone.waitingFor(new InputQuestion("7", "Ship it?", null)));
        progresses(1, stage("Build", State.RUNNING));

        assertThat(shown()).doesNotContain("Running for");
    }

    @Test
    void shouldRemindOnceOfEachNumberUpToTheAnswer() {
        Milestone question = Milestone.waitingFor(new InputQuestion("7", "Ship it?", null));
        reaches(question);
        reminds(question, 1);
        reminds(question, 1);
        bench.newProcess();
        reminds(question, 1);
        assertThat(bench.slack.messages()).hasSize(2);
        assertThat(bench.slack.messages().get(1).text()).startsWith("<@U1> still waiting:");

        reminds(question, 2);
        assertThat(bench.slack.messages()).hasSize(3);

        reaches(Milestone.waitingFor(new InputQuestion("7", "Ship it?", null)
                .withAnswer(new InputQuestion.InputAnswer(InputQuestion.Ending.ANSWERED, "Ada", Duration.ofHours(1)))));
        reminds(question, 3);
        assertThat(bench.slack.messages()).hasSize(3);
    }

    /** Somebody may follow a build for weeks, and its author say much: neither costs its next change, or its end, anything. */
    @Test
    void shouldReadNoMoreHoweverOftenItHasChangedAndHoweverMuchWasSaid() throws Exception {
        CountingStore store = new CountingStore();
        bench = new EngineBench(store);
        hearOfStarts();
        bench.running = Set.of(build().build().key());
        reaches(Milestone.STARTED);
        List<Integer> reads = new ArrayList<>();
        for (int minute = 1; minute <= 30; minute++) {
            bench.announce(named("said-" + minute)
                    .of(build().running(true).build())
                    .saying("Step " + minute)
                    .to("#other"));
            bench.run().advance(Duration.ofSeconds(10));
            int number = minute;
            reads.add(store.readBy(
                    () -> bench.engine.buildProgressed(progress(stage("Step " + number, State.RUNNING)), number)));
            bench.run().advance(Duration.ofSeconds(10));
        }
        assertThat(shown()).contains("Step 30");
        assertThat(Set.copyOf(reads)).hasSize(1);
        assertThat(bench.engine.deliveries().ofBuild(build().build().key())).hasSize(31);

        bench.newProcess();
        assertThat(store.readBy(() -> bench.engine.buildProgressed(progress(stage("Ship", State.RUNNING)), 31)))
                .isLessThanOrEqualTo(reads.get(0));
        bench.run().advance(Duration.ofSeconds(10));
        assertThat(shown()).contains("Ship");
    }

    private void reaches(Milestone milestone) {
        bench.engine.milestoneReached(build().running(true).milestone(milestone).build(), JobRules.NONE);
        bench.run().advance(Duration.ofSeconds(10));
    }

    private void reminds(Milestone question, int number) {
        bench.engine.remind(build().running(true).milestone(question).build(), number, "<@U1> still waiting:");
        bench.run().advance(Duration.ofSeconds(10));
    }

    private void progresses(long number, Stage... stages) {
        bench.engine.buildProgressed(progress(stages), number);
        bench.run().advance(Duration.ofSeconds(10));
    }

    private static BuildEvent progress(Stage... stages) {
        return build().running(true)
                .milestone(Milestone.STARTED)
                .findings(Findings.builder()
                        .usualDuration(Duration.ofMinutes(5))
                        .progress(new LiveProgress(Arrays.asList(stages)))
                        .build())
                .build();
    }

    private static BuildEvent.Builder build() {
        return aBuild().that(Outcome.SUCCESS, Trend.SAME).build().toBuilder();
    }

    private static Stage stage(String name, State state) {
        return new Stage(name, state);
    }

    private String shown() {
        return bench.slack.messages().get(0).content().blocks();
    }
}
