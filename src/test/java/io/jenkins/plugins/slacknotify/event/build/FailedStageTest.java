package io.jenkins.plugins.slacknotify.event.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailedStageTest {
    private static final List<String> LOG =
            List.of("+ kubectl apply -f k8s/", "script.sh: line 1: kubectl: command not found");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script returned exit code 127",
                "script returned exit code -1",
                "Process exited with code 2",
                "command failed with exit status 1"
            })
    void shouldSayWhatTheLogSaysWhereTheStepOnlyNamesAnExitCode(String error) {
        assertThat(new FailedStage("Deploy", error, LOG).explanation()).isEqualTo("kubectl: command not found");
        assertThat(new FailedStage("Deploy", error, List.of("+ exit 1")).explanation())
                .isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tests failed: script returned exit code 1 | Tests failed: kubectl: command not found
            Build failed: hudson.AbortException: script returned exit code 127 | Build failed: kubectl: command not found
            java.lang.Exception: Deployment (script returned exit code 1) | java.lang.Exception: Deployment (kubectl: command not found)
            Deploying failed with exit code | Deploying failed with exit code
            The script returned exit code 3 for prod | The script returned exit code 3 for prod
            """)
    void shouldPutTheLineOfTheLogBehindTheWordsOfAScript(String error, String explanation) {
        assertThat(new FailedStage("Deploy", error, LOG).explanation()).isEqualTo(explanation);
        assertThat(new FailedStage("Deploy", error, List.of()).explanation()).isEqualTo(error);
    }

    @Test
    void shouldKeepTheWordsOfTheStepBeforeTheLog() {
        assertThat(new FailedStage("Deploy", "No such release: 1.4", LOG).explanation())
                .isEqualTo("No such release: 1.4");
        assertThat(new FailedStage("Deploy", null, LOG).explanation()).isEqualTo("kubectl: command not found");
        assertThat(new FailedStage("Deploy", null, List.of()).explanation()).isNull();
    }

    @Test
    void shouldKeepTheReasonWithoutTheLog() {
        FailedStage stage = new FailedStage("Deploy", null, LOG).withoutLog();

        assertThat(stage.log()).isEmpty();
        assertThat(stage.explanation()).isEqualTo("kubectl: command not found");
    }

    @Test
    void shouldKeepWhatStandsAboveTheFramesOfAStack() {
        List<String> log = new ArrayList<>(List.of("Deploying", "java.lang.IllegalStateException: no region"));
        IntStream.range(0, 60)
                .forEach(frame -> log.add("\tat com.acme.Deploy.step" + frame + "(Deploy.java:" + frame + ")"));
        log.add("Caused by: java.io.IOException: no host");
        log.add("    at file:///w/deploy.js:3:1");

        FailedStage stage = new FailedStage("Deploy", null, log);

        assertThat(stage.log())
                .hasSize(10)
                .startsWith("Deploying", "java.lang.IllegalStateException: no region", log.get(2))
                .endsWith(
                        log.get(6),
                        "    …",
                        "Caused by: java.io.IOException: no host",
                        "    at file:///w/deploy.js:3:1");
        assertThat(stage.withoutReason().log()).isEqualTo(stage.log());
    }

    @Test
    void shouldKeepTheWordsOfTheStepThatTheLogHasToo() {
        FailedStage own = new FailedStage("Lint", Outcome.FAILURE, "Lint: 3 errors", List.of("3 errors"), "3 errors");
        FailedStage quoting = new FailedStage(
                "Lint", Outcome.FAILURE, "Lint: script returned exit code 1", List.of("3 errors"), "3 errors");

        assertThat(own.withoutExplanationByLog()).isEqualTo(own);
        assertThat(quoting.withoutExplanationByLog().explanation()).isNull();
    }
}
