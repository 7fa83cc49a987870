package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last nodes of a pipeline's graph, and how they stand to each other: what came before, after, or beside what. It does not know
 * what failed.
 *
 * <p>Nodes may have to be read from disk, so they are collected back from the end, up to a number of nodes.
 */
final class LastNodes {
    static final int MAX = 500;

    /** The earliest first. */
    private final List<GraphNode> nodes = new ArrayList<>();

    /** The ends of blocks by the ids of their starts. */
    private final Map<String, GraphNode> ends = new HashMap<>();

    /**
     * Collects the nodes.
     *
     * @param heads they are collected, and what came before: the steps that run, or the end of the pipeline
     * @param limit how many nodes are collected at most
     */
    LastNodes(Collection<GraphNode> heads, int limit) {
        Queue<GraphNode> next = new PriorityQueue<>(GraphNode.EARLIEST_FIRST.reversed());
        Set<String> seen = new HashSet<>();
        heads.stream().filter(head -> seen.add(head.id())).forEach(next::add);
        while (!next.isEmpty() && nodes.size() < limit) {
            GraphNode node = next.remove();
            nodes.add(node);
            GraphNode start = node.blockStart();
            if (start != null) {
                ends.put(start.id(), node);
            }
            node.parents().stream().filter(parent -> seen.add(parent.id())).forEach(next::add);
        }
        nodes.sort(GraphNode.EARLIEST_FIRST);
    }

    /** Returns all nodes that were collected, the earliest first. */
    Stream<GraphNode> all() {
        return nodes.stream();
    }

    /** Returns the nodes that began after a node, in whatever branch, the earliest first. */
    Stream<GraphNode> after(GraphNode node) {
        return nodes.stream().filter(node::isBefore);
    }

    /** Returns the end of the block that starts at a node; null where it has not ended. */
    @CheckForNull
    GraphNode end(GraphNode start) {
        return ends.get(start.id());
    }

    /** Returns the ids of the nodes from which the pipeline has come to a node: none of a branch that runs beside it. */
    Set<String> idsBefore(GraphNode node) {
        Set<String> before = new HashSet<>();
        Queue<GraphNode> next = new ArrayDeque<>(node.parents());
        for (GraphNode each = next.poll(); each != null; each = next.poll()) {
            if (isCollected(each) && before.add(each.id())) {
                next.addAll(each.parents());
            }
        }
        return before;
    }

    /** Returns the steps before a node in the same stage, up to another stage or a parallel step; the last one first. */
    Stream<GraphNode> stepsBefore(GraphNode node) {
        String stage = StageNames.of(node);
        Set<String> starts = Stream.concat(
                        ends.keySet().stream(), node.blocksInOrEnded().map(GraphNode::id))
                .collect(Collectors.toSet());
        return Stream.iterate(
                        node,
                        Objects::nonNull,
                        each -> each.parents().size() == 1 ? each.parents().get(0) : null)
                .skip(1)
                .takeWhile(this::isCollected)
                .takeWhile(each -> Objects.equals(StageNames.of(each), stage))
                .filter(each -> each.blockStart() == null && !starts.contains(each.id()));
    }

    private boolean isCollected(GraphNode node) {
        return !node.isBefore(nodes.get(0));
    }

    /**
     * Returns how many nodes the pipeline has reached since a node. The heads have to be all that run.
     *
     * @return empty where another branch of a parallel step ran beside it
     */
    OptionalInt countSince(GraphNode node) {
        List<GraphNode> later = after(node).toList();
        Set<String> around = node.branches().map(GraphNode::id).collect(Collectors.toSet());
        boolean alone = later.stream()
                .flatMap(GraphNode::branches)
                .noneMatch(branch -> branch.isBefore(node) && !around.contains(branch.id()));
        return alone ? OptionalInt.of(later.size()) : OptionalInt.empty();
    }

    /** Returns whether a block is an attempt of a step such as {@code retry} that is followed by another one. */
    boolean isRepeated(GraphNode block) {
        return isAttempt(block)
                && after(block).anyMatch(node -> isAttempt(node) && step(node).equals(step(block)));
    }

    private static boolean isAttempt(GraphNode node) {
        return node.isBody() && node.branch() == null;
    }

    private static Optional<String> step(GraphNode body) {
        return body.enclosingBlocks().map(GraphNode::id).findFirst();
    }
}
