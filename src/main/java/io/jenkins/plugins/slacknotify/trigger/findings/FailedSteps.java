package io.jenkins.plugins.slacknotify.trigger.findings;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * Searches the graph of a pipeline, from its end. Steps may have to be read from disk, so after
 * {@value #STEPS_LOOKED_AT} the search ends.
 */
final class FailedSteps {
    private static final int STEPS_LOOKED_AT = 500;

    /** Ids are numbers that grow. */
    private static final Comparator<FlowNode> LATEST_FIRST = Comparator.<FlowNode>comparingInt(
                    node -> node.getId().length())
            .thenComparing(FlowNode::getId)
            .reversed();

    private FailedSteps() {}

    /**
     * The step that failed with the error with which the pipeline did, or else the latest that failed at all. Blocks fail with
     * what is inside of them, so they do not count.
     */
    static Optional<FlowNode> latest(FlowExecution execution) {
        Queue<FlowNode> next = new PriorityQueue<>(LATEST_FIRST);
        Set<String> seen = new HashSet<>();
        execution.getCurrentHeads().forEach(head -> add(head, next, seen));
        ErrorAction end = next.isEmpty() ? null : next.peek().getError();
        FlowNode latest = null;
        for (int count = 0; count < STEPS_LOOKED_AT && !next.isEmpty(); count++) {
            FlowNode node = next.remove();
            ErrorAction error = node instanceof BlockEndNode<?> ? null : node.getError();
            if (error != null && (end == null || ErrorAction.equals(end.getError(), error.getError()))) {
                return Optional.of(node);
            }
            latest = latest == null && error != null ? node : latest;
            node.getParents().forEach(parent -> add(parent, next, seen));
        }
        return Optional.ofNullable(latest);
    }

    private static void add(FlowNode node, Queue<FlowNode> next, Set<String> seen) {
        if (seen.add(node.getId())) {
            next.add(node);
        }
    }
}
