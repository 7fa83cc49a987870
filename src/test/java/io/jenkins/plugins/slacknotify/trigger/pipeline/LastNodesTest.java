package io.jenkins.plugins.slacknotify.trigger.pipeline;

import static io.jenkins.plugins.slacknotify.trigger.pipeline.FakePipeline.branches;
import static io.jenkins.plugins.slacknotify.trigger.pipeline.FakePipeline.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LastNodesTest {
    private final FakePipeline pipeline = new FakePipeline();

    @Test
    void shouldCollectTheLastNodesUpToANumber() {
        List<GraphNode> heads = pipeline.run(() -> {
            for (int step = 0; step < 20; step++) {
                pipeline.step();
            }
        });

        LastNodes nodes = new LastNodes(heads, 20);

        assertThat(nodes.all())
                .hasSize(20)
                .doesNotContain(pipeline.nodes().get(0))
                .endsWith(heads.get(0));
        assertThat(nodes.stepsBefore(heads.get(0))).hasSize(19);
    }

    /** Their ids are numbers, of which the longer ones are the later ones. */
    @Test
    void shouldTellWhatCameAfterANode() {
        List<FakePipeline.FakeNode> steps = new ArrayList<>();
        List<GraphNode> heads = pipeline.run(() -> {
            for (int step = 0; step < 10; step++) {
                steps.add(pipeline.step());
            }
        });

        LastNodes nodes = new LastNodes(heads, LastNodes.MAX);

        assertThat(nodes.after(steps.get(7))).containsExactly(steps.get(8), steps.get(9), heads.get(0));
    }

    @Test
    void shouldTellTheStepsBeforeANodeOfItsStageAlone() {
        List<FakePipeline.FakeNode> steps = new ArrayList<>();
        List<GraphNode> heads = pipeline.run(() -> {
            pipeline.stage("Build", pipeline::step);
            pipeline.stage("Test", () -> {
                steps.add(pipeline.step());
                pipeline.node("agent", () -> steps.add(pipeline.step()));
                steps.add(pipeline.step());
            });
        });

        assertThat(new LastNodes(heads, LastNodes.MAX).stepsBefore(steps.get(2)))
                .containsExactly(steps.get(1), steps.get(0));
    }

    @Test
    void shouldTellAttemptsThatWereRepeated() {
        List<GraphNode> heads = pipeline.run(() -> {
            int[] attempts = {0};
            pipeline.retry(2, () -> {
                if (attempts[0]++ == 0) {
                    pipeline.fail(error("flaky network"));
                }
            });
            pipeline.stage("Later", pipeline::step);
        });
        LastNodes nodes = new LastNodes(heads, LastNodes.MAX);

        assertThat(nodes.all().filter(GraphNode::isBody).map(nodes::isRepeated)).containsExactly(true, false, false);
    }

    @Test
    void shouldTellWhatCameBeforeANodeWithoutTheBranchesBesideIt() {
        List<FakePipeline.FakeNode> steps = new ArrayList<>();
        List<GraphNode> heads = pipeline.run(() -> {
            steps.add(pipeline.step());
            pipeline.parallel(
                    branches("linux", () -> steps.add(pipeline.step()), "windows", () -> steps.add(pipeline.step())));
            steps.add(pipeline.step());
        });
        LastNodes nodes = new LastNodes(heads, LastNodes.MAX);

        assertThat(nodes.idsBefore(steps.get(2)))
                .contains(steps.get(0).id())
                .doesNotContain(steps.get(1).id());
        assertThat(nodes.idsBefore(steps.get(3)))
                .contains(steps.get(1).id(), steps.get(2).id());
    }

    @Test
    void shouldCountTheNodesSinceAStepThatRanAlone() {
        FakePipeline.FakeNode[] step = new FakePipeline.FakeNode[1];
        List<GraphNode> heads = pipeline.run(() -> {
            pipeline.stage("Build", () -> step[0] = pipeline.step());
            pipeline.parallel(branches("later", pipeline::step));
        });

        // The ends of two blocks; the parallel step with the beginning of its branch, the step, and two ends; the
        // pipeline's end.
        assertThat(new LastNodes(heads, LastNodes.MAX).countSince(step[0])).hasValue(8);
    }

    @Test
    void shouldNotCountTheNodesSinceAStepBesideWhichAnotherBranchRan() {
        List<FakePipeline.FakeNode> steps = new ArrayList<>();
        List<GraphNode> heads = pipeline.run(() -> pipeline.parallel(
                branches("linux", () -> steps.add(pipeline.step()), "windows", () -> steps.add(pipeline.step()))));
        LastNodes nodes = new LastNodes(heads, LastNodes.MAX);

        // The first one has ended before the step of the second one begins.
        assertThat(steps).extracting(nodes::countSince).containsExactly(OptionalInt.empty(), OptionalInt.of(3));
    }
}
