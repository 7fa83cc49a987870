package io.jenkins.plugins.slacknotify.trigger.pipeline;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the failures among the last nodes of a pipeline because of which the pipeline, or one of its stages, did not end well.
 *
 * <p>An error counts if it ended the pipeline, or a branch of a parallel step that ended the pipeline; if a step such as
 * {@code catchError} has caught it and noted an outcome; or if a declarative pipeline has marked its stage as failed. An error that a
 * {@code retry} or the script has caught does not count, even if a repeated attempt has marked its stage. Of the errors that
 * the script has caught, one is the suspect: the last one before the pipeline got its result, if no stage has begun in between.
 * An error that ended the pipeline and that no node has comes from the script itself, outside of all blocks, or from Jenkins,
 * which could not resume the pipeline.
 */
final class FailureSearch {
    /** The beginning of the names of stages that declarative pipelines add by themselves. */
    private static final String SYNTHETIC_STAGE = "Declarative: ";

    private final LastNodes nodes;

    /** The ids of the ends of those blocks that failed with the error of a step inside of them. */
    private final Set<String> explained = new HashSet<>();

    private final List<Failure> certain = new ArrayList<>();

    @CheckForNull
    private Failure suspect;

    /** Whether a failure was found with which the pipeline ended. */
    private boolean endExplained;

    private boolean cutOff;

    /**
     * The place where an error stopped.
     *
     * @param endedPipeline whether nothing stopped it
     * @param step the start of the step that it stopped in; null where it ended the pipeline, or the script caught it
     * @param body the start of that step's body
     */
    private record Reach(
            boolean endedPipeline,
            @CheckForNull GraphNode step,
            @CheckForNull GraphNode body) {}

    /** The id of the first node that was reached with the result of the pipeline; null where that is not known. */
    @CheckForNull
    private final String resultSince;

    @CheckForNull
    private final String resultFirst;

    /**
     * Searches the collected nodes for failures.
     *
     * @param resultSince the id of the first node that was reached with the result that the pipeline has; null where that is not known
     * @param resultFirst the id of the node at which the pipeline first had that result, though it has had another one since; null where
     *     that is not known
     */
    FailureSearch(LastNodes nodes, @CheckForNull String resultSince, @CheckForNull String resultFirst) {
        this.nodes = nodes;
        this.resultSince = resultSince;
        this.resultFirst = resultFirst;
        List<GraphNode> failed = nodes.all()
                .filter(node -> node.error() != null && !node.isEndOfPipeline())
                .toList();
        // A block fails with what is inside of it, so the steps come first.
        failed.stream().filter(node -> node.blockStart() == null).forEach(this::judge);
        failed.stream()
                .filter(node -> node.blockStart() != null && !explained.contains(node.id()))
                .forEach(this::judge);
        nodes.all()
                .filter(node -> node.error() != null && node.isEndOfPipeline())
                .filter(end -> !endExplained)
                .forEach(this::judgeEnd);
        nodes.all().forEach(this::addWarning);
        certain.sort(Comparator.comparing(Failure::node, GraphNode.EARLIEST_FIRST));
    }

    /** Returns the nodes that were searched. */
    LastNodes nodes() {
        return nodes;
    }

    /** Returns the failures that count, the earliest first. */
    List<Failure> certain() {
        return List.copyOf(certain);
    }

    /** Returns the error that the script has caught, after which it may have set the result of the build. */
    Optional<Failure> suspect() {
        return Optional.ofNullable(suspect);
    }

    /**
     * Returns the node of a stage at which the pipeline got its result; empty where it was in no stage, or in a branch: another one may
     * have set it.
     */
    Optional<GraphNode> placeOfResult() {
        return nodes.all()
                .filter(node -> node.id().equals(resultFirst))
                .filter(node ->
                        node.parents().size() == 1 && node.branches().findAny().isEmpty())
                .filter(node -> {
                    String stage = StageNames.of(node);
                    return stage != null && !stage.startsWith(SYNTHETIC_STAGE);
                })
                .findFirst();
    }

    /** Returns how bad the worst of what the build may be bad for is; empty where there is nothing of that kind. */
    Optional<Outcome> worst() {
        return certain.stream()
                .filter(Failure::mayBeReason)
                .map(Failure::outcome)
                .max(Comparator.naturalOrder());
    }

    /** Whether Jenkins ended while the pipeline ran, and could not go on with it. */
    boolean isCutOff() {
        return cutOff;
    }

    /**
     * Returns the step whose log says more about a failure: the last one before it whose error it quotes, as that of a script does that
     * has caught it; otherwise its own. A step of a branch that runs beside it has failed for itself, though in the same words.
     */
    GraphNode origin(Failure failure) {
        Throwable error = failure.error();
        List<GraphNode> quoted = nodes.all()
                .filter(node -> error != null && node.blockStart() == null && node.error() != null)
                .filter(step -> step.isBefore(failure.node()))
                .filter(step -> Errors.quotes(error, requireNonNull(step.error())))
                .toList();
        Set<String> before = quoted.isEmpty() ? Set.of() : nodes.idsBefore(failure.node());
        return quoted.stream()
                .filter(step -> before.contains(step.id()))
                .reduce((earlier, later) -> later)
                .orElse(failure.node());
    }

    private void judge(GraphNode origin) {
        Throwable error = requireNonNull(origin.error());
        Reach reach = follow(origin, error);
        GraphNode step = reach.step();
        // A stage around a step that has noted the error is marked for what another branch, or a later step, failed
        // with.
        boolean noted = step != null && step.outcomeOfCaughtErrors() != null;
        boolean ended = reach.endedPipeline() || (!noted && isMarked(origin));
        endExplained |= ended;
        Failure failure = new Failure(origin, Errors.outcome(error), error, null);
        if (Errors.isOfAnotherBranch(error) || failure.outcome() == Outcome.SUCCESS) {
            return;
        }
        if (ended) {
            add(failure);
        } else if (step != null) {
            noted(failure, step, requireNonNull(reach.body())).ifPresent(this::add);
        } else if (isBeforeResult(origin) && !hasStageBetweenResultAnd(origin)) {
            suspect = later(suspect, failure);
        }
    }

    /** The error that a script has caught before may be why it has thrown another one. */
    private void judgeEnd(GraphNode end) {
        Throwable error = requireNonNull(end.error());
        if (Errors.isInterruption(error)) {
            return;
        }
        cutOff = Errors.mayHaveKeptFromGoingOn(error) && (hasOpenBlocks(end) || Errors.keptFromGoingOn(error));
        if (certain.stream().noneMatch(Failure::mayBeReason) && suspect != null) {
            add(suspect);
        }
        if (certain.stream().noneMatch(failure -> Errors.saysTheSame(requireNonNull(failure.error()), error))) {
            add(new Failure(end, Errors.outcome(error), error, null));
        }
    }

    /** Tests whether blocks were open when the pipeline ended, which no script leaves open by itself: Jenkins has ended the pipeline. */
    private static boolean hasOpenBlocks(GraphNode end) {
        return end.parents().stream()
                .anyMatch(last -> last.isBody()
                        || last.enclosingBlocks()
                                .anyMatch(block -> !block.parents().isEmpty()));
    }

    private static Failure later(@CheckForNull Failure one, Failure other) {
        return one == null || one.node().isBefore(other.node()) ? other : one;
    }

    /** Follows an error through the blocks around its origin, from the inside out. */
    private Reach follow(GraphNode origin, Throwable error) {
        Throwable current = error;
        GraphNode inner = origin.blockStart();
        for (GraphNode block : (Iterable<GraphNode>) origin.enclosingBlocks()::iterator) {
            GraphNode end = nodes.end(block);
            Throwable outer = end == null ? null : end.error();
            if (outer == null || !isBranch(inner) && !Errors.isSame(outer, current)) {
                boolean isOfStep = inner != null && inner.isBody() && !block.isBody();
                return isOfStep ? new Reach(false, block, inner) : new Reach(false, null, null);
            }
            explained.add(end.id());
            current = outer;
            inner = block;
        }
        Throwable last = current;
        return new Reach(
                nodes.all()
                        .filter(GraphNode::isEndOfPipeline)
                        .map(GraphNode::error)
                        .anyMatch(end -> end != null && Errors.isSame(end, last)),
                null,
                null);
    }

    /** Whether a block is a branch of a parallel step. Such a step fails with the error of one of its branches. */
    private static boolean isBranch(@CheckForNull GraphNode block) {
        return block != null && block.branch() != null;
    }

    /** Returns the failure as the step has noted it that has caught it; empty where it has noted nothing bad. */
    private Optional<Failure> noted(Failure failure, GraphNode step, GraphNode body) {
        Outcome noted = step.outcomeOfCaughtErrors();
        if (noted == null) {
            return Optional.empty();
        }
        Outcome outcome = Errors.isInterruption(requireNonNull(failure.error())) ? failure.outcome() : noted;
        String message = Stream.of(body, nodes.end(body), step, nodes.end(step))
                .filter(Objects::nonNull)
                .map(GraphNode::warning)
                .filter(warning -> warning != null && warning.message() != null)
                .map(GraphNode.Warning::message)
                .findFirst()
                .orElse(null);
        return outcome != Outcome.SUCCESS
                ? Optional.of(new Failure(failure.node(), outcome, failure.error(), message, step.sparesBuild()))
                : Optional.empty();
    }

    private boolean isMarked(GraphNode origin) {
        // The second looks at all nodes, and hardly any block is marked.
        return origin.blocksInOrEnded().anyMatch(GraphNode::isMarkedFailed)
                && origin.enclosingBlocks().noneMatch(nodes::isRepeated);
    }

    private boolean isBeforeResult(GraphNode node) {
        return resultSince == null || GraphNode.EARLIEST_ID_FIRST.compare(node.id(), resultSince) < 0;
    }

    private boolean hasStageBetweenResultAnd(GraphNode origin) {
        return nodes.after(origin)
                .filter(this::isBeforeResult)
                .map(GraphNode::stage)
                .anyMatch(stage -> stage != null && !stage.startsWith(SYNTHETIC_STAGE));
    }

    /** Adds a failure, unless its error counts already: a script may throw an error again. */
    private void add(Failure failure) {
        boolean known = certain.stream()
                .anyMatch(it -> Errors.isSame(requireNonNull(it.error()), requireNonNull(failure.error())));
        if (!known) {
            certain.add(failure);
        }
    }

    private void addWarning(GraphNode node) {
        GraphNode.Warning warning = node.warning();
        if (warning != null
                && warning.outcome() != Outcome.SUCCESS
                && !belongsToCaughtError(node)
                && !isStoppedByAnotherBranch(node)) {
            certain.add(new Failure(node, warning.outcome(), null, warning.message(), node.sparesBuild()));
        }
    }

    /** Whether a {@code build} step has noted how the build below ended, which it has stopped itself. */
    private static boolean isStoppedByAnotherBranch(GraphNode node) {
        Throwable error = node.error();
        return error != null && Errors.isOfAnotherBranch(error);
    }

    /** Whether a step such as {@code catchError} has noted the warning. Its error counts already. */
    private static boolean belongsToCaughtError(GraphNode node) {
        Optional<GraphNode> step = node.isBody() ? node.enclosingBlocks().findFirst() : Optional.of(node);
        return step.map(GraphNode::outcomeOfCaughtErrors).isPresent();
    }
}
