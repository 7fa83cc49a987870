package io.jenkins.plugins.slacknotify.trigger.findings;

import static io.jenkins.plugins.slacknotify.event.build.Outcome.ABORTED;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.FAILURE;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.NOT_BUILT;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.SUCCESS;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.UNSTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether stages say why a build is bad. */
class StageReportTest {
    private static final FailedStage UNSTABLE_STAGE = new FailedStage("Lint", UNSTABLE, "7 warnings", List.of());
    private static final FailedStage FAILED_STAGE = new FailedStage("Build", FAILURE, "compile", List.of());
    private static final Interruption TIME_OUT = new Interruption(Interruption.Kind.TIMED_OUT, null);

    @Test
    void shouldExplainABuildByWhatIsAsBadOrStoppedIt() {
        assertThat(StageReport.NONE.explains(SUCCESS)).isTrue();
        assertThat(StageReport.NONE.explains(NOT_BUILT)).isTrue();
        assertThat(StageReport.NONE.explains(FAILURE)).isFalse();
        assertThat(StageReport.NONE.explains(ABORTED)).isFalse();
        assertThat(of(UNSTABLE_STAGE).explains(UNSTABLE)).isTrue();
        assertThat(of(UNSTABLE_STAGE).explains(FAILURE)).isFalse();
        assertThat(of(UNSTABLE_STAGE, FAILED_STAGE).explains(FAILURE)).isTrue();
        assertThat(suspecting(FAILED_STAGE).explains(FAILURE)).isTrue();
        assertThat(StageReport.of(List.of(), TIME_OUT).explains(ABORTED)).isTrue();
    }

    @Test
    void shouldNotExplainABuildByWhatItWasSpared() {
        StageReport spared = new StageReport(List.of(), List.of(FAILED_STAGE), null, null, null, null);

        assertThat(spared.explains(FAILURE)).isFalse();
        assertThat(spared.toNotify(FAILURE, false)).containsExactly(FAILED_STAGE);
        assertThat(spared.and(of(UNSTABLE_STAGE)).toNotify(FAILURE, false))
                .containsExactly(UNSTABLE_STAGE, FAILED_STAGE);
        assertThat(new StageReport(List.of(), List.of(FAILED_STAGE), UNSTABLE_STAGE, null, null, null)
                        .toNotify(FAILURE, false))
                .containsExactly(new FailedStage("Lint", FAILURE, "7 warnings", List.of()), FAILED_STAGE);
    }

    @Test
    void shouldTellFirstOfStagesAsBadAsTheBuild() {
        FailedStage aborted = new FailedStage("Long", ABORTED, "Timeout", List.of());

        assertThat(of(UNSTABLE_STAGE, FAILED_STAGE).toNotify(FAILURE, false))
                .containsExactly(FAILED_STAGE, UNSTABLE_STAGE);
        assertThat(of(UNSTABLE_STAGE, FAILED_STAGE).toNotify(UNSTABLE, false))
                .containsExactly(UNSTABLE_STAGE, FAILED_STAGE);
        assertThat(of(FAILED_STAGE, aborted).toNotify(ABORTED, false)).containsExactly(aborted, FAILED_STAGE);
        assertThat(of(aborted, UNSTABLE_STAGE, FAILED_STAGE).toNotify(FAILURE, false))
                .containsExactly(FAILED_STAGE, aborted, UNSTABLE_STAGE);
        assertThat(of(FAILED_STAGE, UNSTABLE_STAGE).toNotify(SUCCESS, false))
                .containsExactly(FAILED_STAGE, UNSTABLE_STAGE);
    }

    @Test
    void shouldAddWhatAnotherReportSaysBesides() {
        StageReport log = StageReport.of(List.of(FAILED_STAGE), TIME_OUT);

        StageReport both =
                new StageReport(List.of(UNSTABLE_STAGE), List.of(), null, null, "linux", Outcome.FAILURE).and(log);

        assertThat(both)
                .isEqualTo(new StageReport(
                        List.of(UNSTABLE_STAGE, FAILED_STAGE), List.of(), null, TIME_OUT, "linux", Outcome.FAILURE));
    }

    @Test
    void shouldNameTheStageInWhichTheBuildGotItsResultWhereNothingSaysMore() {
        FailedStage lint = new FailedStage("Lint", FAILURE, null, List.of());
        FailedStage ofLog = new FailedStage(null, FAILURE, "no space left", List.of("a line"));
        FailedStage lines = ofLog.withoutExplanation();
        StageReport result = suspecting(lint);

        assertThat(result.explains(FAILURE)).isFalse();
        assertThat(result.toNotify(FAILURE, false)).containsExactly(lint);
        assertThat(result.toNotify(UNSTABLE, true)).isEmpty();
        assertThat(result.and(of(ofLog)).toNotify(FAILURE, false)).containsExactly(ofLog);
        assertThat(result.and(of(lines)).toNotify(FAILURE, false)).containsExactly(lint);
    }

    private static StageReport suspecting(FailedStage suspect) {
        return new StageReport(List.of(), List.of(), suspect, null, null, null);
    }

    private static StageReport of(FailedStage... failed) {
        return StageReport.of(List.of(failed), null);
    }
}
