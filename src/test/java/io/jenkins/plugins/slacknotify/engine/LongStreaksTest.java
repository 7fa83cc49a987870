package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.history.JobHistory;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests what is remembered of bad builds, beyond what Jenkins and the outbox keep. */
class LongStreaksTest {
    private final EngineBench bench = new EngineBench();

    private static BuildEvent build(int number, Outcome outcome, Trend trend) {
        FailureStreak streak = new FailureStreak(41, STARTED, STARTED.plusSeconds(125), number - 40, false);
        return aBuild().number(number)
                .that(outcome, trend)
                .finding(Findings.builder().failureStreak(streak).build())
                .build();
    }

    @Test
    void shouldTurnTheFirstMessageGreenHoweverLongThatTakes() {
        bench.engine.buildCompleted(build(41, Outcome.FAILURE, Trend.REGRESSED));
        bench.run().advance(Duration.ofDays(40));
        tellOfAnotherJob(7);
        bench.newProcess().advance(Duration.ofDays(2));
        tellOfAnotherJob(8);
        bench.engine.buildCompleted(build(42, Outcome.SUCCESS, Trend.FIXED));
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(bench.slack.texts()).hasSize(4).first().asString().contains("is fixed");
    }

    /** The outbox forgets when something is finished. */
    private void tellOfAnotherJob(int number) {
        bench.engine.buildCompleted(aBuild().of("other")
                .number(number)
                .that(Outcome.UNSTABLE, Trend.SAME)
                .build());
        bench.run();
    }

    @Test
    void shouldReadNothingOfAStreakHoweverLongItIs() {
        CountingStore store = new CountingStore();
        EngineBench counted = new EngineBench(store);
        List<Integer> reads = new ArrayList<>();
        for (int number = 41; number <= 141; number++) {
            Trend trend = number == 41 ? Trend.REGRESSED : Trend.STILL_FAILING;
            BuildEvent next = build(number, Outcome.FAILURE, trend);
            reads.add(store.readBy(() -> counted.engine.buildCompleted(next)));
            counted.run().advance(Duration.ofMinutes(1));
        }

        assertThat(counted.slack.texts()).hasSize(101);
        assertThat(reads).containsOnly(0);
    }

    @Test
    void shouldForgetTheFirstMessageWhenTheJobIsGone() {
        bench.engine.buildCompleted(build(41, Outcome.FAILURE, Trend.REGRESSED));
        bench.run();
        bench.engine.jobs().deleted("shop/checkout");
        bench.advance(Duration.ofDays(40));
        tellOfAnotherJob(7);

        assertThat(bench.engine.deliveries().latest(100))
                .singleElement()
                .asString()
                .contains("other #7");
    }

    @Test
    void shouldRememberWhatAnEarlierVersionHasTold() {
        bench.engine.buildCompleted(build(41, Outcome.FAILURE, Trend.REGRESSED));
        bench.engine.buildCompleted(build(42, Outcome.FAILURE, Trend.STILL_FAILING));
        bench.run();
        bench.jobs = JobHistory.inMemory();
        bench.newProcess();

        assertThat(bench.engine.jobs().verdicts("shop/checkout")).first().satisfies(known -> {
            assertThat(known.build()).isEqualTo(42);
            assertThat(known.streak().firstBuild()).isEqualTo(41);
        });
    }

    @Test
    void shouldRememberWhatWasToldToNobodyOnlyAfterSomethingBadWasTold() {
        bench.subscriptions = List.of();
        bench.engine.buildCompleted(build(41, Outcome.FAILURE, Trend.REGRESSED));
        assertThat(bench.engine.jobs().verdicts("shop/checkout")).isEmpty();
    }

    @Test
    void shouldRememberWhatAJobHasToldByItself() throws Exception {
        bench.subscriptions = List.of();
        bench.announce(AnAnnouncement.named("post").of(build(41, Outcome.FAILURE, Trend.REGRESSED)));

        assertThat(bench.engine.jobs().verdicts("shop/checkout")).hasSize(1);
    }
}
