package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/**
 * The nodes of the graphs that Jenkins keeps of pipelines. Where Jenkins was killed, some of them may be lost: others name them, and they were
 * never written. Nothing here fails for that.
 */
public final class PipelineNodes {
    private PipelineNodes() {}

    /** Returns the execution of a pipeline, which has its graph; empty where reading it would wait, or the build is no pipeline. */
    public static Optional<FlowExecution> execution(Run<?, ?> run) {
        return run instanceof FlowExecutionOwner.Executable pipeline
                ? Optional.ofNullable(pipeline.asFlowExecutionOwner()).map(FlowExecutionOwner::getOrNull)
                : Optional.empty();
    }

    /**
     * Returns the name of the step of a node, such as {@code sh}; null where the node is no step, the plugin of the step is gone, or the node
     * ends a block whose start is lost.
     */
    @CheckForNull
    public static String function(FlowNode node) {
        boolean isNamed = !(node instanceof BlockEndNode<?> end) || start(end).isPresent();
        StepDescriptor step = isNamed && node instanceof StepNode stepNode ? stepNode.getDescriptor() : null;
        return step == null ? null : step.getFunctionName();
    }

    /** Returns the start of the block that a node ends; empty where it is lost. */
    static Optional<FlowNode> start(BlockEndNode<?> end) {
        try {
            return Optional.of(end.getStartNode());
        } catch (IllegalStateException lost) {
            return Optional.empty();
        }
    }

    /** Returns the nodes before a node, without those that are lost. */
    public static List<FlowNode> parents(FlowNode node) {
        return node.getParents().stream().filter(Objects::nonNull).toList();
    }

    /** Returns whether a node names another one that is lost, so that nobody knows what was before it or around it. */
    static boolean isTorn(FlowNode node) {
        return node.getParents().stream().anyMatch(Objects::isNull)
                || node instanceof BlockEndNode<?> end && start(end).isEmpty();
    }

    /** Returns the starts of the blocks around a node, the innermost first, up to one that is lost. */
    static List<FlowNode> enclosingBlocks(FlowNode node) {
        List<FlowNode> blocks = new ArrayList<>();
        try {
            node.iterateEnclosingBlocks().forEach(blocks::add);
        } catch (IllegalStateException lost) {
            return blocks;
        }
        return blocks;
    }

    /**
     * Returns the nodes of a pipeline, each once, from where it stands, or has ended, back to its start. Each is read, from disk perhaps, when
     * it is its turn.
     */
    public static Stream<FlowNode> backwards(FlowExecution pipeline) {
        Deque<FlowNode> open = new ArrayDeque<>(pipeline.getCurrentHeads());
        Set<String> seen = new HashSet<>();
        return Stream.iterate(nextUnseen(open, seen), Objects::nonNull, node -> {
            open.addAll(parents(node));
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
