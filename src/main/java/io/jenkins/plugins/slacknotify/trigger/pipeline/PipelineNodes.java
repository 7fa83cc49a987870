package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The nodes of the graphs that Jenkins keeps of pipelines. */
public final class PipelineNodes {
    private PipelineNodes() {}

    /** Returns the execution of a pipeline, which has its graph; empty where reading it would wait, or the build is no pipeline. */
    public static Optional<FlowExecution> execution(Run<?, ?> run) {
        return run instanceof FlowExecutionOwner.Executable pipeline
                ? Optional.ofNullable(pipeline.asFlowExecutionOwner()).map(FlowExecutionOwner::getOrNull)
                : Optional.empty();
    }

    /** Returns the name of the step of a node, such as {@code sh}; null where the node is no step, or the plugin of the step is gone. */
    @CheckForNull
    public static String function(FlowNode node) {
        StepDescriptor step = node instanceof StepNode stepNode ? stepNode.getDescriptor() : null;
        return step == null ? null : step.getFunctionName();
    }

    /**
     * Returns the nodes of a pipeline, each once, from where it stands, or has ended, back to its start. Each is read, from disk perhaps, when
     * it is its turn.
     */
    public static Stream<FlowNode> backwards(FlowExecution pipeline) {
        Deque<FlowNode> open = new ArrayDeque<>(pipeline.getCurrentHeads());
        Set<String> seen = new HashSet<>();
        return Stream.iterate(nextUnseen(open, seen), Objects::nonNull, node -> {
            open.addAll(node.getParents());
            return nextUnseen(open, seen);
        });
    }

    @CheckForNull
    private static FlowNode nextUnseen(Deque<FlowNode> open, Set<String> seen) {
        FlowNode node = open.poll();
        while (node != null && !seen.add(node.getId())) {
            node = open.poll();
        }
        return node;
    }
}
