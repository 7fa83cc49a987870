package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Milestones in any order, handed over once or twice, and sent before or after a crash. */
class MilestonesPropertiesTest {
    private static final Milestone ASKS = Milestone.waitingFor(new InputQuestion("3", "Deploy?", null));
    private static final Milestone ANSWERED = Milestone.waitingFor(
            new InputQuestion("3", "Deploy?", new InputAnswer(Ending.ANSWERED, "Ada", Duration.ofMinutes(1))));
    private static final Milestone ASKS_AGAIN = Milestone.waitingFor(new InputQuestion("5", "Sure?", null));
    private static final Milestone REJECTED =
            Milestone.waitingFor(new InputQuestion("5", "Sure?", new InputAnswer(Ending.REJECTED, "Ada", null)));

    /** The steps of a build, and of the process that reports it. */
    enum Step {
        STARTS,
        TAKES_LONG,
        ASKS,
        IS_ANSWERED,
        ASKS_AGAIN,
        IS_REJECTED,
        SPEAKS,
        SENDING,
        CRASH
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Arbitraries.of(Step.class).list().ofMaxSize(12);
    }

    @Property(tries = 200)
    void shouldBecomeOneMessageThatTellsTheEndAndThreadThatAsksNothing(
            @ForAll("lives") List<Step> life, @ForAll boolean good) throws CannotAnnounceException {
        EngineBench bench = new EngineBench();
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.values()));
        for (Step step : life) {
            live(bench, step);
        }
        bench.engine.buildCompleted(good ? aBuild().build() : failure());
        live(bench, Step.IS_ANSWERED);
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(bench.slack.messages())
                .filteredOn(message -> message.threadTs() == null)
                .singleElement()
                .satisfies(message -> assertThat(message.text()).endsWith(good ? "succeeded" : "broke"));
        assertThat(bench.slack.texts()).noneMatch(text -> text.contains("waits for input"));
        assertThat(bench.slack.texts().stream()
                        .filter(text -> text.contains("Deploy?"))
                        .count())
                .isLessThan(2);
        assertThat(bench.slack.texts().stream()
                        .filter(text -> text.contains("Sure?"))
                        .count())
                .isLessThan(2);
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    private static void live(EngineBench bench, Step step) throws CannotAnnounceException {
        switch (step) {
            case STARTS -> happens(bench, Milestone.STARTED);
            case TAKES_LONG -> happens(bench, Milestone.RUNNING_LONG);
            case ASKS -> happens(bench, ASKS);
            case IS_ANSWERED -> happens(bench, ANSWERED);
            case ASKS_AGAIN -> happens(bench, ASKS_AGAIN);
            case IS_REJECTED -> happens(bench, REJECTED);
            case SPEAKS ->
                bench.announce(
                        AnAnnouncement.named("said").of(aBuild().running().build()));
            case SENDING -> bench.run().advance(Duration.ofSeconds(10));
            case CRASH -> bench.newProcess();
        }
    }

    private static void happens(EngineBench bench, Milestone moment) {
        bench.engine.milestoneReached(aBuild().during(moment).build(), JobRules.NONE);
    }

    private static BuildEvent failure() {
        return aBuild().that(Outcome.FAILURE, Trend.REGRESSED).build();
    }
}
