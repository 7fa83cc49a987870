package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** The nodes of the graphs that Jenkins keeps of pipelines. */
public final class PipelineNodes {
    private PipelineNodes() {}

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
