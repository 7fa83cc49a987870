package io.jenkins.plugins.slacknotify.trigger.pipeline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/**
 * Looks in the graph of a pipeline for blocks that may have masked its log. The graph stays when the filters of these blocks are
 * gone, and where it has none, no text of the build held a secret that was bound for it.
 */
final class MaskingBlocks {
    /** The number of nodes that are looked at. Nodes may have to be read from disk. */
    static final int MAX_NODES = 2_000;

    private MaskingBlocks() {}

    /**
     * Returns whether a block that may mask is among the nodes before some heads. Returns true as well where there are too many nodes to
     * look at.
     */
    static boolean mayBeBefore(Collection<? extends GraphNode> heads) {
        Queue<GraphNode> next = new ArrayDeque<>(heads);
        Set<String> seen = new HashSet<>();
        heads.forEach(head -> seen.add(head.id()));
        for (GraphNode node = next.poll(); node != null; node = next.poll()) {
            if (node.mayMask() || seen.size() > MAX_NODES) {
                return true;
            }
            node.parents().stream().filter(parent -> seen.add(parent.id())).forEach(next::add);
        }
        return false;
    }
}
