package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress.Stage;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress.State;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.trigger.findings.ProgressReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * Reads the stages that a running pipeline has reached from its graph, from where it stands back to its start. Leaves out the oldest stages
 * of a very long pipeline.
 */
@Extension(optional = true)
public final class PipelineProgressReader implements ProgressReader {
    private static final int MAX_NODES = 3_000;

    @Override
    public Optional<LiveProgress> read(Run<?, ?> run) {
        return PipelineNodes.execution(run).map(PipelineProgressReader::progress);
    }

    private static LiveProgress progress(FlowExecution execution) {
        Map<String, FlowNode> ends = new HashMap<>();
        List<FlowGraphNode> stages = new ArrayList<>();
        Set<String> failed = new HashSet<>();
        PipelineNodes.backwards(execution).limit(MAX_NODES).forEach(node -> {
            if (node instanceof BlockEndNode<?> end) {
                PipelineNodes.start(end).ifPresent(start -> ends.put(start.getId(), end));
            }
            FlowGraphNode read = new FlowGraphNode(node);
            if (read.stage() != null) {
                stages.add(read);
            }
            if (read.isMarkedFailed()) {
                failed.add(node.getId());
            }
            if (hasFailed(read.warning())) {
                stageAround(read).ifPresent(failed::add);
            }
        });
        stages.sort(Comparator.comparingInt(stage -> number(stage.id())));
        return new LiveProgress(stages.stream()
                .map(stage -> new Stage(
                        Objects.requireNonNullElse(stage.stage(), "?"), state(stage, ends.get(stage.id()), failed)))
                .toList());
    }

    /** An error that was caught leaves a warning at the step that caught it. */
    private static boolean hasFailed(@CheckForNull GraphNode.Warning warning) {
        return warning != null && warning.outcome() == Outcome.FAILURE;
    }

    private static Optional<String> stageAround(FlowGraphNode node) {
        return node.enclosingBlocks()
                .filter(block -> block.stage() != null)
                .map(GraphNode::id)
                .findFirst();
    }

    private static State state(FlowGraphNode stage, @CheckForNull FlowNode end, Set<String> failed) {
        if (end == null) {
            return State.RUNNING;
        }
        return end.getError() != null || failed.contains(stage.id()) ? State.FAILED : State.DONE;
    }

    /** The ids of a pipeline's nodes count up. */
    private static int number(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
