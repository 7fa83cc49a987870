package io.jenkins.plugins.slacknotify.trigger.pipeline;

import static io.jenkins.plugins.slacknotify.event.build.Outcome.UNSTABLE;
import static io.jenkins.plugins.slacknotify.trigger.pipeline.FakePipeline.caught;
import static io.jenkins.plugins.slacknotify.trigger.pipeline.FakePipeline.error;
import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests what a report does not tell; {@link FailureReportTest} tests which errors count. */
class FailureSearchTest {
    private final FakePipeline pipeline = new FakePipeline();

    @Test
    void shouldSuspectTheErrorAfterWhichThePipelineHadItsResult() {
        List<GraphNode> heads = pipeline.run(() -> {
            caught(() -> pipeline.stage("Optional", () -> pipeline.fail(error("flaky network"))));
            caught(() -> pipeline.stage("Deploy", () -> pipeline.fail(error("no pods"))));
            pipeline.stage("Clean", () -> caught(() -> pipeline.fail(error("nothing to clean"))));
        });

        assertThat(suspect(heads, pipeline.startOf("Clean"))).contains("no pods");
        assertThat(suspect(heads, pipeline.startOf("Deploy"))).contains("flaky network");
        assertThat(suspect(heads, pipeline.startOf("Optional"))).isEmpty();
        assertThat(suspect(heads, null)).contains("nothing to clean");
    }

    @Test
    void shouldSuspectNothingWhereAStageHadBegunBeforeThePipelineHadItsResult() {
        List<GraphNode> heads = pipeline.run(() -> {
            caught(() -> pipeline.stage("Optional", () -> pipeline.fail(error("flaky network"))));
            pipeline.stage("Build", pipeline::step);
            pipeline.stage("Clean", pipeline::step);
        });

        assertThat(suspect(heads, pipeline.startOf("Clean"))).isEmpty();
        assertThat(suspect(heads, pipeline.startOf("Build"))).contains("flaky network");
    }

    @Test
    void shouldSearchTheLastNodesAlone() {
        List<GraphNode> heads = pipeline.run(() -> {
            pipeline.warn(UNSTABLE, "long ago");
            for (int step = 0; step < 20; step++) {
                pipeline.step();
            }
        });

        assertThat(new FailureSearch(new LastNodes(heads, 20), null, null).certain())
                .isEmpty();
        assertThat(new FailureSearch(new LastNodes(heads, 30), null, null).certain())
                .hasSize(1);
    }

    private static Optional<String> suspect(List<GraphNode> heads, @CheckForNull String resultSince) {
        return new FailureSearch(new LastNodes(heads, LastNodes.MAX), resultSince, null)
                .suspect()
                .map(failure -> failure.error().getMessage());
    }
}
