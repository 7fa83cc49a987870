package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.ABORTED;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.FAILURE;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.NOT_BUILT;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.SUCCESS;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.UNSTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StageRendererTest {
    private static final FailedStage LINUX = new FailedStage("Test (linux)", "exit code 1", List.of());
    private static final FailedStage WINDOWS = new FailedStage("Test (windows)", null, List.of());
    private static final FailedStage LINT = new FailedStage("Lint", UNSTABLE, "7 warnings", List.of());
    private static final FailedStage UNNAMED = new FailedStage(null, UNSTABLE, "just so", List.of());
    private static final FailedStage LONG = new FailedStage("Long", ABORTED, "Timeout", List.of());

    @Test
    void shouldNameTheStagesThatFailedInTheHeadline() {
        assertThat(headline(FAILURE, LINUX)).isEqualTo("x: stage Test (linux)");
        assertThat(headline(FAILURE, LINT, LINUX, WINDOWS)).isEqualTo("x: stages Test (linux), Test (windows)");
        assertThat(headline(FAILURE, many(5))).isEqualTo("x: stages S0, S1, S2 and 2 more");
        assertThat(headline(ABORTED, LINUX, LONG)).isEqualTo("x: stage Long");
    }

    @Test
    void shouldNotQuoteTheLogWhereATestSaysWhy() {
        FailedStage test = new FailedStage("Test", "script returned exit code 1", List.of("ERROR: expected 119"));
        FailedStage deploy = new FailedStage("Deploy", "no such host", List.of());
        TestResultSummary silent = new TestResultSummary(3, 1, 0, 1, List.of("PriceTest.adds"), List.of());
        TestResultSummary telling =
                new TestResultSummary(3, 1, 0, 1, List.of("PriceTest.adds"), List.of(), "expected 119");

        assertThat(lines(silent, test, deploy))
                .containsExactly("Stage *Test* failed: `expected 119`", "Stage *Deploy* failed: `no such host`");
        assertThat(lines(telling, test, deploy))
                .containsExactly("Stage *Test* failed", "Stage *Deploy* failed: `no such host`");
    }

    private static List<String> lines(TestResultSummary tests, FailedStage... stages) {
        return StageRenderer.lines(
                aBuild().that(FAILURE, Trend.REGRESSED)
                        .finding(Findings.builder()
                                .tests(tests)
                                .failedStages(List.of(stages))
                                .build())
                        .build(),
                null);
    }

    @Test
    void shouldNameNoStageInTheHeadlineOfABuildThatIsNotBadBecauseOfOne() {
        assertThat(headline(UNSTABLE, LINT)).isEqualTo("x");
        assertThat(headline(SUCCESS, LINUX)).isEqualTo("x");
        assertThat(headline(FAILURE, LINT, UNNAMED)).isEqualTo("x");
        assertThat(StageRenderer.withStages(
                        "x",
                        aBuild().that(FAILURE, Trend.SAME)
                                .finding(Findings.builder()
                                        .tests(new TestResultSummary(3, 1, 0, 0, List.of(), List.of()))
                                        .failedStage(LINUX)
                                        .build())
                                .build()))
                .isEqualTo("x");
    }

    @Test
    void shouldSayTheReasonAloneWhereTheHeadlineNamesTheOneStage() {
        assertThat(lines(FAILURE, LINUX)).containsExactly("`exit code 1`");
        assertThat(lines(FAILURE, WINDOWS)).isEmpty();
    }

    @Test
    void shouldSayWhatBecameOfEachOfSeveralStages() {
        assertThat(lines(FAILURE, LINUX, WINDOWS, LINT, UNNAMED))
                .containsExactly(
                        "Stage *Test (linux)* failed: `exit code 1`",
                        "Stage *Lint* is unstable: `7 warnings`",
                        "`just so`");
        assertThat(lines(UNSTABLE, LINT)).containsExactly("Stage *Lint* is unstable: `7 warnings`");
        assertThat(lines(SUCCESS, WINDOWS, LONG))
                .containsExactly("Stage *Test (windows)* failed", "Stage *Long* was aborted: `Timeout`");
    }

    @Test
    void shouldNotRepeatWhatTheHeadlineSaysOfWhyABuildWasStopped() {
        String words = "below #1 completed with status ABORTED";
        BuildEvent event = aBuild().that(ABORTED, Trend.SAME)
                .finding(Findings.builder()
                        .failedStages(List.of(new FailedStage("Below", ABORTED, words, List.of())))
                        .interruption(new Interruption(Interruption.Kind.OTHER, words))
                        .build())
                .build();

        assertThat(StageRenderer.lines(event, null)).isEmpty();
        assertThat(InterruptionRenderer.headline("x", event)).isEqualTo("x was aborted: " + words);
    }

    @Test
    void shouldSayWhatWasNotBuilt() {
        FailedStage deploy = new FailedStage("Deploy", NOT_BUILT, "not on Fridays", List.of());
        FailedStage docs = new FailedStage("Docs", NOT_BUILT, null, List.of());

        assertThat(headline(NOT_BUILT, deploy)).isEqualTo("x: stage Deploy");
        assertThat(lines(NOT_BUILT, deploy)).containsExactly("`not on Fridays`");
        assertThat(lines(NOT_BUILT, deploy, LINUX, docs))
                .containsExactly(
                        "Stage *Deploy* was not built: `not on Fridays`", "Stage *Test (linux)* failed: `exit code 1`");
        assertThat(lines(FAILURE, LINUX, docs)).endsWith("Stage *Docs* was not built");
    }

    @Test
    void shouldCountTheStagesThatItDoesNotShow() {
        assertThat(lines(UNSTABLE, many(6)))
                .containsExactly(
                        "Stage *S0* failed", "Stage *S1* failed", "Stage *S2* failed", "Stage *S3* failed", "+2 more");
        assertThat(lines(UNSTABLE, many(12))).endsWith("+8 more");
    }

    private static FailedStage[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new FailedStage("S" + number, null, List.of()))
                .toArray(FailedStage[]::new);
    }

    private static String headline(Outcome outcome, FailedStage... stages) {
        return StageRenderer.withStages("x", event(outcome, stages));
    }

    private static List<String> lines(Outcome outcome, FailedStage... stages) {
        return StageRenderer.lines(event(outcome, stages), null);
    }

    private static BuildEvent event(Outcome outcome, FailedStage... stages) {
        return aBuild().that(outcome, Trend.SAME)
                .finding(Findings.builder().failedStages(List.of(stages)).build())
                .build();
    }
}
