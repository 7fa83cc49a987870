package io.jenkins.plugins.slacknotify.trigger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what is read of steps that note how bad something is. */
class FlowGraphNodeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    | FAILURE
                    buildResult= | SUCCESS
                    buildResult=,stageResult= | SUCCESS
                    stageResult= | FAILURE
                    buildResult=,stageResult=UNSTABLE | UNSTABLE
                    buildResult=UNSTABLE | UNSTABLE
                    buildResult=SUCCESS,stageResult=FAILURE | FAILURE
                    buildResult=SUCCESS,message= | SUCCESS
                    """)
    void shouldTakeWhatIsGivenAsNullForGood(String arguments, Outcome outcome) {
        Map<String, Object> given = new HashMap<>();
        if (arguments != null) {
            Arrays.stream(arguments.split(","))
                    .map(argument -> argument.split("="))
                    .forEach(argument -> given.put(argument[0], argument.length > 1 ? argument[1] : null));
        }

        assertThat(FlowGraphNode.outcomeOfCatchError(given)).isEqualTo(outcome);
    }

    @Test
    void shouldNotGuessWhatJenkinsHasNotStored() {
        assertThat(FlowGraphNode.outcomeOfCatchError(
                        Map.of("buildResult", ArgumentsAction.NotStoredReason.OVERSIZE_VALUE)))
                .isNull();
        assertThat(FlowGraphNode.outcomeOfCatchError(Map.of("message", ArgumentsAction.NotStoredReason.MASKED_VALUE)))
                .isEqualTo(Outcome.FAILURE);
    }

    @Test
    void shouldTellWhetherACatchErrorSetsAResult() {
        assertThat(spares("catchError", Map.of("buildResult", "SUCCESS", "stageResult", "FAILURE")))
                .isTrue();
        assertThat(spares("catchError", Map.of("buildResult", "UNSTABLE"))).isFalse();
        assertThat(spares("catchError", Map.of("stageResult", "FAILURE"))).isFalse();
        assertThat(spares("catchError", Map.of("buildResult", ArgumentsAction.NotStoredReason.OVERSIZE_VALUE)))
                .isFalse();
    }

    @Test
    void shouldTellWhetherAStepThatNotesAResultSetsIt() {
        assertThat(spares("waitForBuild", Map.of("runId", "below#1"))).isTrue();
        assertThat(spares("waitForBuild", Map.of("propagate", true))).isFalse();
        assertThat(spares("build", Map.of("job", "below"))).isFalse();
        assertThat(spares("build", Map.of("propagate", false))).isTrue();
        assertThat(spares("junit", Map.of("skipMarkingBuildUnstable", true))).isTrue();
        assertThat(spares("junit", Map.of("testResults", "*.xml"))).isFalse();
        assertThat(spares("unstable", Map.of("message", "flaky"))).isFalse();
        assertThat(spares("warnError", Map.of())).isFalse();
    }

    private static boolean spares(String step, Map<String, Object> arguments) {
        return FlowGraphNode.sparesBuild(step, arguments);
    }
}
