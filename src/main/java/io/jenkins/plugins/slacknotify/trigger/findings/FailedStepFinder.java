package io.jenkins.plugins.slacknotify.trigger.findings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * Finds the failed step in the graph of a pipeline, which it searches from the end.
 *
 * <p>Steps may have to be read from disk, so the search ends after {@value #MAX_STEPS} steps.
 */
final class FailedStepFinder {
    private static final int MAX_STEPS = 500;

    /** Orders steps by their ids, which are numbers that grow. */
    private static final Comparator<FlowNode> LATEST_FIRST = Comparator.<FlowNode>comparingInt(
                    node -> node.getId().length())
            .thenComparing(FlowNode::getId)
            .reversed();

    private FailedStepFinder() {}

    /**
     * Returns the step that failed with the error of the whole pipeline, or else the latest that failed at all. A block
     * fails with what is inside of it, so it does not count.
     */
    static Optional<FlowNode> latest(FlowExecution execution) {
        Queue<FlowNode> next = new PriorityQueue<>(LATEST_FIRST);
        Set<String> seen = new HashSet<>();
        execution.getCurrentHeads().forEach(head -> add(head, next, seen));
        ErrorAction end = next.isEmpty() ? null : next.peek().getError();
        FlowNode latest = null;
        for (int count = 0; count < MAX_STEPS && !next.isEmpty(); count++) {
            FlowNode node = next.remove();
            ErrorAction error = node instanceof BlockEndNode<?> ? null : node.getError();
            if (error != null && (end == null || isSame(end.getError(), error.getError()))) {
                return Optional.of(node);
            }
            latest = latest == null && error != null ? node : latest;
            node.getParents().forEach(parent -> add(parent, next, seen));
        }
        return Optional.ofNullable(latest);
    }

    /** Whether two errors are the same. Each step keeps its own copy, so after a restart one error is several objects. */
    private static boolean isSame(Throwable one, Throwable other) {
        return one == other
                || one.getClass() == other.getClass()
                        && Objects.equals(one.getMessage(), other.getMessage())
                        && Arrays.equals(one.getStackTrace(), other.getStackTrace());
    }

    private static void add(FlowNode node, Queue<FlowNode> next, Set<String> seen) {
        if (seen.add(node.getId())) {
            next.add(node);
        }
    }
}
