package io.jenkins.plugins.slacknotify.trigger.input;

import hudson.model.Run;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * The {@code input} steps at which pipelines stand, by their graphs. Blocks for no pipeline that is still being loaded. A step that was
 * answered a moment ago is among them until the pipeline goes on.
 */
public final class StandingInputs {
    private StandingInputs() {}

    /** Returns those of a build; empty where its pipeline is not loaded yet, or it is no pipeline. */
    public static Optional<List<FlowNode>> of(Run<?, ?> run) {
        FlowExecutionOwner owner =
                run instanceof FlowExecutionOwner.Executable pipeline ? pipeline.asFlowExecutionOwner() : null;
        return Optional.ofNullable(owner == null ? null : owner.getOrNull()).map(StandingInputs::of);
    }

    /** Returns those of a pipeline. */
    public static List<FlowNode> of(FlowExecution execution) {
        return execution.getCurrentHeads().stream()
                .filter(head -> InputStepReader.isInput(head) && head.isActive())
                .toList();
    }
}
