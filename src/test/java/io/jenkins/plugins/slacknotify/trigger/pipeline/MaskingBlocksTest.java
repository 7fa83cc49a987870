package io.jenkins.plugins.slacknotify.trigger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskingBlocksTest {
    private final FakePipeline pipeline = new FakePipeline();

    @Test
    void shouldFindABlockThatMayMaskWhereverItStood() {
        List<GraphNode> heads = pipeline.run(() -> {
            pipeline.stage(
                    "Build", () -> pipeline.stage("Inner", pipeline::step).masking());
            pipeline.stage("Deploy", pipeline::step);
        });

        assertThat(MaskingBlocks.mayBeBefore(heads)).isTrue();
    }

    @Test
    void shouldFindABlockInABranchThatOthersHaveOvertaken() {
        Map<String, Runnable> branches = new LinkedHashMap<>();
        branches.put("one", () -> pipeline.stage("Masked", pipeline::step).masking());
        branches.put("two", pipeline::step);
        List<GraphNode> heads = pipeline.run(() -> pipeline.parallel(branches));

        assertThat(MaskingBlocks.mayBeBefore(heads)).isTrue();
    }

    @Test
    void shouldFindNoneInAPipelineWithoutOne() {
        List<GraphNode> heads = pipeline.run(() -> {
            pipeline.retry(2, pipeline::step);
            pipeline.parallel(Map.of("one", pipeline::step, "two", pipeline::step));
        });

        assertThat(MaskingBlocks.mayBeBefore(heads)).isFalse();
    }

    @Test
    void shouldTakeAPipelineThatIsTooLongForOneThatMayMask() {
        List<GraphNode> heads = pipeline.run(() -> {
            for (int step = 0; step <= MaskingBlocks.MAX_NODES; step++) {
                pipeline.step();
            }
        });

        assertThat(MaskingBlocks.mayBeBefore(heads)).isTrue();
    }
}
