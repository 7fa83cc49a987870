package io.jenkins.plugins.slacknotify.event.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Findings FULL = Findings.builder()
            .tests(new TestResultSummary(3, 1, 0, 1, List.of("a"), List.of("a")))
            .failedStage(new FailedStage("Test", null, List.of("Error")))
            .usualDuration(Duration.ofMinutes(3))
            .branch(new Branch("main", "shop", true, null))
            .failureStreak(new FailureStreak(4, START, START, 2, false))
            .causes(Set.of(CauseKind.SCM))
            .rerunOf(new BuildKey("shop", 4, START))
            .pages(new BuildPages("https://ci.example.org/4", null, null))
            .downstream(new DownstreamBuilds(1, List.of()))
            .moreFailedStages(2)
            .interruption(new Interruption(Interruption.Kind.PERSON, "Ada"))
            .description("Release 1.2")
            .viewpoint("linux")
            .promotion(new Promotion("shop", "deploy"))
            .claimedBy("Ada")
            .reruns(new RerunOptions(true, "Deploy"))
            .progress(new LiveProgress(List.of()))
            .build();

    @Test
    void shouldKnowNothingByDefault() {
        assertThat(Findings.builder().build())
                .isEqualTo(Findings.NONE)
                .hasAllNullFieldsOrPropertiesExcept(
                        "causes", "failedStages", "moreFailedStages", "reruns", "flakyTests")
                .extracting(Findings::causes)
                .isEqualTo(Set.of());
    }

    @Test
    void shouldKeepTheFirstStagesAndCountTheOthers() {
        List<FailedStage> stages = IntStream.range(0, 15)
                .mapToObj(number -> new FailedStage("Stage " + number, null, List.of()))
                .toList();

        Findings findings =
                Findings.builder().failedStages(stages).moreFailedStages(1).build();

        assertThat(findings.failedStages()).isEqualTo(stages.subList(0, Findings.STAGES_KEPT));
        assertThat(findings.moreFailedStages()).isEqualTo(6);
        assertThat(findings.failedStage()).isEqualTo(stages.get(0));
        assertThat(findings.toBuilder().build()).isEqualTo(findings);
    }

    @Test
    void shouldKeepEveryPartThatABuilderDoesNotSet() {
        assertThat(FULL).hasNoNullFieldsOrProperties();
        assertThat(FULL.toBuilder().build()).isEqualTo(FULL);
    }
}
