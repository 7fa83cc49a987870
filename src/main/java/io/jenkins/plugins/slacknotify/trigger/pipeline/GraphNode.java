package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A node of a pipeline's graph, as the search for failures sees it: a step, or the start or end of a block. A block that belongs
 * to a step, such as the attempt of a {@code retry}, is called its body. Each answer may have to be read from disk.
 */
interface GraphNode {
    /** Orders ids, of which the longer ones are the later ones. */
    Comparator<String> EARLIEST_ID_FIRST =
            Comparator.<String>comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    Comparator<GraphNode> EARLIEST_FIRST = Comparator.comparing(GraphNode::id, EARLIEST_ID_FIRST);

    /** A number that grows with each node of a build. */
    String id();

    default boolean isBefore(GraphNode other) {
        return EARLIEST_FIRST.compare(this, other) < 0;
    }

    /** The nodes before it; several where a parallel step ends, none where the pipeline starts. */
    List<GraphNode> parents();

    /** The start of the block that ends here; null where none does, or the start was lost when Jenkins was killed. */
    @CheckForNull
    GraphNode blockStart();

    default boolean isEndOfPipeline() {
        GraphNode start = blockStart();
        return start != null && start.parents().isEmpty();
    }

    /** The error with which the step, or the block that ends here, failed; null where it did not. */
    @CheckForNull
    Throwable error();

    /** The warning that the step has noted about its stage without failing; null for none. */
    @CheckForNull
    Warning warning();

    /** The starts of the blocks around it, the innermost first. */
    Stream<GraphNode> enclosingBlocks();

    /** The starts of the blocks in which this node is, or which it ends, the innermost first. */
    default Stream<GraphNode> blocksInOrEnded() {
        return Stream.concat(Stream.ofNullable(blockStart()), enclosingBlocks());
    }

    /** The starts of the branches in which this node is, or which it ends, the innermost first. */
    default Stream<GraphNode> branches() {
        return blocksInOrEnded().filter(block -> block.branch() != null);
    }

    boolean isBody();

    /** The name of the stage that starts here; null where none does. */
    @CheckForNull
    String stage();

    /** The name of the branch of a parallel step that starts here; null where none does. */
    @CheckForNull
    String branch();

    /** Whether a declarative pipeline has marked the stage or branch that starts here as failed. */
    boolean isMarkedFailed();

    /** How badly a stage or build ends in which the step that starts here catches an error; null where it catches none. */
    @CheckForNull
    Outcome outcomeOfCaughtErrors();

    /** Whether the step that starts here, or is here, keeps the build as good as it was, whatever it catches, or notes of the stage. */
    boolean sparesBuild();

    /** Whether the step publishes test results, which say more than its warning. */
    boolean publishesTests();

    /** The name of the agent on which the block runs that starts here; null where that is not known by this node. */
    @CheckForNull
    String agent();

    /**
     * Whether a block starts here that may mask what is logged in it: any whose step is not known for not doing so. So may one that was lost
     * beside this node when Jenkins was killed.
     */
    boolean mayMask();

    /**
     * The last lines that the step has logged; possibly none.
     *
     * @param nodesSince asked where the step's own log would take too long to read: how many nodes the pipeline has reached since,
     *     none of them beside the step; empty where that is not so, or not known
     */
    List<String> log(Supplier<OptionalInt> nodesSince);

    /**
     * A warning that a step has noted about its stage without failing.
     *
     * @param outcome how badly the stage ends because of it
     * @param message the reason; null where none was given
     */
    record Warning(Outcome outcome, @CheckForNull String message) {}
}
