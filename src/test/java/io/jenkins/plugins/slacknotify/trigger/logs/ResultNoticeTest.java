package io.jenkins.plugins.slacknotify.trigger.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultNoticeTest {
    @Test
    void shouldFindTheLastWordOfJenkins() {
        List<String> lines = List.of(
                "Build step 'Execute shell' changed build result to UNSTABLE",
                "Build step 'Publish coverage' changed build result to UNSTABLE",
                "Build step 'Publish xUnit test result report' changed build result to FAILURE",
                "Finished: FAILURE");

        assertThat(ResultNotice.find(lines, Outcome.UNSTABLE))
                .contains("Build step 'Publish coverage' changed build result to UNSTABLE");
        assertThat(ResultNotice.find(lines, Outcome.FAILURE))
                .contains("Build step 'Publish xUnit test result report' changed build result to FAILURE");
        assertThat(ResultNotice.find(
                        List.of("12:00:01 Build shop » test #7 completed: UNSTABLE", "[Pipeline] }"), Outcome.UNSTABLE))
                .contains("shop » test #7 completed: UNSTABLE");
    }

    @Test
    void shouldTakeNoOtherLineForIt() {
        assertThat(ResultNotice.find(
                        List.of(
                                "Build step 'Execute shell' changed build result to FAILURE",
                                "Build step 'Execute shell' marked build as failure",
                                "Build below #1 completed: FAILURE",
                                "echo completed: UNSTABLE",
                                "Finished: UNSTABLE"),
                        Outcome.UNSTABLE))
                .isEmpty();
        assertThat(ResultNotice.find(List.of(), Outcome.FAILURE)).isEmpty();
        assertThat(ResultNotice.find(List.of("Build x ".repeat(1_000) + "#1 completed: UNSTABLE"), Outcome.UNSTABLE))
                .as("too long for one")
                .isEmpty();
    }
}
