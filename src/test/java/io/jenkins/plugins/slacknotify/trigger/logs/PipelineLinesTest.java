package io.jenkins.plugins.slacknotify.trigger.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests which lines of a pipeline's log are those of one step or stage. */
class PipelineLinesTest {
    private static final List<String> LOG = """
            2026-11-29T03:00:00.000Z [Pipeline] { (Build)
            [Pipeline] sh
            + make
            make: *** No rule to make target 'x'.  Stop.
            [Pipeline] }
            [Pipeline] // stage
            [Pipeline] stage
            [Pipeline] { (Declarative: Post Actions)
            [Pipeline] sh
            + docker compose logs
            ERROR: connection refused
            [Pipeline] }
            [Pipeline] // stage
            [Pipeline] End of Pipeline
            ERROR: script returned exit code 2
            """.lines().toList();

    @Test
    void shouldFindTheLinesOfAStepByTheNodesSince() {
        assertThat(PipelineLines.ofStep(LOG, 8))
                .containsExactly("+ make", "make: *** No rule to make target 'x'.  Stop.");
        assertThat(PipelineLines.ofStep(LOG, 3)).containsExactly("+ docker compose logs", "ERROR: connection refused");
        assertThat(PipelineLines.ofStep(LOG, 0)).containsExactly("ERROR: script returned exit code 2");
    }

    @Test
    void shouldTakeWhatThereIsOfALongStep() {
        assertThat(PipelineLines.ofStep(LOG.subList(3, LOG.size()), 8))
                .containsExactly("make: *** No rule to make target 'x'.  Stop.");
    }

    @Test
    void shouldFindNothingOfAStepAfterWhichALongOneCame() {
        assertThat(PipelineLines.ofStep(LOG.subList(10, LOG.size()), 8)).isEmpty();
    }

    @Test
    void shouldFindTheLinesSinceTheLastStageThatSomebodyHasWritten() {
        assertThat(PipelineLines.sinceLastStage(LOG)).isEqualTo(LOG);
        assertThat(PipelineLines.sinceLastStage(List.of("ERROR: flaky", "[Pipeline] { (Later)", "+ true")))
                .containsExactly("[Pipeline] { (Later)", "+ true");
        assertThat(PipelineLines.sinceLastStage(List.of("ERROR: flaky", "Finished: FAILURE")))
                .hasSize(2);
    }
}
