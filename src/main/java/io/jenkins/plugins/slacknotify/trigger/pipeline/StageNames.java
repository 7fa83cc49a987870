package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.trigger.findings.BlockNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Names the places of a pipeline's graph for people. */
public final class StageNames {
    private StageNames() {}

    /** Names the stage around a node of Jenkins' own graph, as {@link #of} does. */
    @CheckForNull
    public static String around(FlowNode node) {
        return of(new FlowGraphNode(node));
    }

    /**
     * Names the innermost stage around a node and, in parentheses, the branches that it is in. Where there is no stage, names
     * the innermost branch like a stage.
     *
     * @return null outside of all stages and branches
     */
    @CheckForNull
    static String of(GraphNode node) {
        String stage = null;
        List<String> branches = new ArrayList<>();
        for (GraphNode block : around(node)) {
            stage = stage == null ? block.stage() : stage;
            String branch = block.branch();
            if (branch != null) {
                branches.add(0, BlockNames.readable(branch));
            }
        }
        if (stage == null && !branches.isEmpty()) {
            stage = branches.remove(branches.size() - 1);
        }
        return stage == null ? null : withBranches(stage, branches);
    }

    /** Names the branches of parallel steps, or the cell of a matrix, that a node is in; null outside of them. */
    @CheckForNull
    static String ofBranches(GraphNode node) {
        List<String> branches = new ArrayList<>();
        for (GraphNode block : around(node)) {
            String branch = block.branch();
            if (branch != null) {
                branches.add(0, BlockNames.readable(branch));
            }
        }
        return branches.isEmpty() ? null : String.join(", ", branches);
    }

    private static Iterable<GraphNode> around(GraphNode node) {
        List<GraphNode> blocks = new ArrayList<>();
        // Of the end of a block, the block itself is around it for people.
        Stream.ofNullable(node.blockStart()).forEach(blocks::add);
        node.enclosingBlocks().forEach(blocks::add);
        return blocks;
    }

    /** A parallel stage of a declarative pipeline has a branch of its own name, which says nothing more. */
    private static String withBranches(String stage, List<String> branches) {
        Set<String> others = new LinkedHashSet<>(branches);
        others.remove(stage);
        return others.isEmpty() ? stage : stage + " (" + String.join(", ", others) + ")";
    }
}
