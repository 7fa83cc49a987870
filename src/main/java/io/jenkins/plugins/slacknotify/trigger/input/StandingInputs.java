package io.jenkins.plugins.slacknotify.trigger.input;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.trigger.pipeline.PipelineNodes;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * The {@code input} steps at which pipelines stand or have stood, by their graphs. Blocks for no pipeline that is still being loaded. A step that was
 * answered a moment ago is among them until the pipeline goes on.
 */
public final class StandingInputs {
    private StandingInputs() {}

    /** Returns the steps at which the pipeline of a build stands; empty where the pipeline is not loaded yet, or the build is no pipeline. */
    public static Optional<List<FlowNode>> of(Run<?, ?> run) {
        return PipelineNodes.execution(run).map(StandingInputs::of);
    }

    /**
     * Returns whether the pipeline of a build has stood at an {@code input} step at which it stands no more, however that step has ended.
     * Returns false while the pipeline is not loaded yet.
     * Reads the graph.
     */
    public static boolean isAnyPast(Run<?, ?> run) {
        return PipelineNodes.execution(run).stream()
                .flatMap(PipelineNodes::backwards)
                .anyMatch(node -> InputStepReader.isInput(node) && !node.isActive());
    }

    /** Returns the {@code input} steps of a pipeline that wait for an answer. */
    public static List<FlowNode> of(FlowExecution execution) {
        return execution.getCurrentHeads().stream()
                .filter(head -> InputStepReader.isInput(head) && head.isActive())
                .toList();
    }
}
