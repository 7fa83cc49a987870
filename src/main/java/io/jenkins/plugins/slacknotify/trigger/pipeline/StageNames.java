package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.trigger.findings.BlockNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        List<String> branches = branches(node);
        String stage = node.blocksInOrEnded()
                .map(GraphNode::stage)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (stage == null && !branches.isEmpty()) {
            stage = branches.remove(branches.size() - 1);
        }
        return stage == null ? null : withBranches(stage, branches);
    }

    /** Names the branches of parallel steps, or the cell of a matrix, in which a node is; null where it is in none. */
    @CheckForNull
    static String ofBranches(GraphNode node) {
        List<String> branches = branches(node);
        return branches.isEmpty() ? null : String.join(", ", branches);
    }

    /** Names the branches that a node is in, the outermost first. */
    private static List<String> branches(GraphNode node) {
        List<String> branches = new ArrayList<>();
        node.blocksInOrEnded()
                .map(GraphNode::branch)
                .filter(Objects::nonNull)
                .map(BlockNames::readable)
                .forEach(branch -> branches.add(0, branch));
        return branches;
    }

    /** A parallel stage of a declarative pipeline has a branch of its own name, which says nothing more. */
    private static String withBranches(String stage, List<String> branches) {
        Set<String> others = new LinkedHashSet<>(branches);
        others.remove(stage);
        return others.isEmpty() ? stage : stage + " (" + String.join(", ", others) + ")";
    }
}
