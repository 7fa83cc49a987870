package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Moment;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.event.Question;
import io.jenkins.plugins.slacknotify.event.Question.Answer;
import io.jenkins.plugins.slacknotify.event.Question.Ending;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a build, in whatever order, is told twice or not, and is sent before or after a crash. */
class HappeningsPropertiesTest {
    private static final Moment ASKS = Moment.asking(new Question("3", "Deploy?", null));
    private static final Moment ANSWERED =
            Moment.asking(new Question("3", "Deploy?", new Answer(Ending.ANSWERED, "Ada", Duration.ofMinutes(1))));
    private static final Moment ASKS_AGAIN = Moment.asking(new Question("5", "Sure?", null));
    private static final Moment REJECTED =
            Moment.asking(new Question("5", "Sure?", new Answer(Ending.REJECTED, "Ada", null)));

    /** What becomes of the build and of the process that tells of it. */
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
        bench.engine.completed(good ? aBuild().build() : failure());
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
            case STARTS -> happens(bench, Moment.STARTED);
            case TAKES_LONG -> happens(bench, Moment.RUNNING_LONG);
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

    private static void happens(EngineBench bench, Moment moment) {
        bench.engine.happening(aBuild().during(moment).build(), JobRules.NONE);
    }

    private static BuildEvent failure() {
        return aBuild().that(Outcome.FAILURE, Trend.REGRESSED).build();
    }
}
