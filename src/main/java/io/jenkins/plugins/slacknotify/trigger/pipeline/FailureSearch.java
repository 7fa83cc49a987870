package io.jenkins.plugins.slacknotify.trigger.pipeline;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
 * Finds the failures in a part of a pipeline's graph because of which the pipeline, or one of its stages, did not end well.
 *
 * <p>An error counts if it ended the pipeline, or a branch of a parallel step that ended the pipeline; if a step such as {@code
 * catchError} has caught it and noted an outcome; or if a declarative pipeline has marked its stage as failed. An error that a
 * {@code retry} or the script has caught does not count, even if a repeated attempt has marked its stage. Of the errors that
 * the script has caught, one is the suspect: the last one before the pipeline got its result, if no stage has begun in between.
 * An error that ended the pipeline and that no node has comes from the script itself, outside of all blocks, or from Jenkins,
 * which could not resume the pipeline.
 *
 * <p>Nodes may have to be read from disk, so the search goes back from the end, and stops after a number of nodes.
 */
final class FailureSearch {
    static final int MAX_NODES = 500;

    /** The beginning of the names of stages that declarative pipelines add by themselves. */
    private static final String SYNTHETIC_STAGE = "Declarative: ";

    /** Orders nodes by their ids, which are numbers that grow. */
    private static final Comparator<String> EARLIEST_ID_FIRST =
            Comparator.<String>comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final Comparator<GraphNode> EARLIEST_FIRST = Comparator.comparing(GraphNode::id, EARLIEST_ID_FIRST);

    /** The nodes that were looked at, the earliest first. */
    private final List<GraphNode> nodes = new ArrayList<>();

    /** The ends of blocks by the ids of their starts. */
    private final Map<String, GraphNode> ends = new HashMap<>();

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
     * Searches.
     *
     * @param heads the search sees them, and what came before: the steps that run, or the end of the pipeline
     * @param resultSince the id of the first node that was reached with the result that the pipeline has; null where that is not known
     * @param resultFirst the id of the node at which the pipeline first had that result, though it has had another one since; null where
     *     that is not known
     */
    FailureSearch(
            Collection<GraphNode> heads,
            int limit,
            @CheckForNull String resultSince,
            @CheckForNull String resultFirst) {
        this.resultSince = resultSince;
        this.resultFirst = resultFirst;
        collect(heads, limit);
        List<GraphNode> failed = nodes.stream()
                .filter(node -> node.error() != null && !isEndOfPipeline(node))
                .toList();
        // A block fails with what is inside of it, so the steps come first.
        failed.stream().filter(node -> node.blockStart() == null).forEach(this::judge);
        failed.stream()
                .filter(node -> node.blockStart() != null && !explained.contains(node.id()))
                .forEach(this::judge);
        nodes.stream()
                .filter(node -> node.error() != null && isEndOfPipeline(node))
                .filter(end -> !endExplained)
                .forEach(this::judgeEnd);
        nodes.forEach(this::addWarning);
        certain.sort(Comparator.comparing(Failure::node, EARLIEST_FIRST));
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
        return nodes.stream()
                .filter(node -> node.id().equals(resultFirst))
                .filter(node ->
                        node.parents().size() == 1 && branches(node).findAny().isEmpty())
                .filter(node -> {
                    String stage = StageNames.of(node);
                    return stage != null && !stage.startsWith(SYNTHETIC_STAGE);
                })
                .findFirst();
    }

    /** Returns the steps found before a node in the same stage, up to another stage or a parallel step; the last one first. */
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
                .takeWhile(each -> EARLIEST_FIRST.compare(each, nodes.get(0)) >= 0)
                .takeWhile(each -> Objects.equals(StageNames.of(each), stage))
                .filter(each -> each.blockStart() == null && !starts.contains(each.id()));
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
     * Returns how many nodes the pipeline has reached since a node. To be asked of a search that sees all that ran since.
     *
     * @return empty where another branch of a parallel step ran beside it
     */
    OptionalInt nodesSince(GraphNode node) {
        List<GraphNode> later = nodes.stream()
                .filter(it -> EARLIEST_FIRST.compare(it, node) > 0)
                .toList();
        Set<String> around = branches(node).map(GraphNode::id).collect(Collectors.toSet());
        boolean alone = later.stream()
                .flatMap(FailureSearch::branches)
                .noneMatch(branch -> EARLIEST_FIRST.compare(branch, node) < 0 && !around.contains(branch.id()));
        return alone ? OptionalInt.of(later.size()) : OptionalInt.empty();
    }

    /**
     * Returns the step whose log says more about a failure: the last one before it whose error it quotes, as that of a script does that
     * has caught it; otherwise its own. A step of a branch that runs beside it has failed for itself, though in the same words.
     */
    GraphNode origin(Failure failure) {
        Throwable error = failure.error();
        List<GraphNode> quoted = nodes.stream()
                .filter(node -> error != null && node.blockStart() == null && node.error() != null)
                .filter(step -> EARLIEST_FIRST.compare(step, failure.node()) < 0)
                .filter(step -> Errors.quotes(error, requireNonNull(step.error())))
                .toList();
        Set<String> before = quoted.isEmpty() ? Set.of() : idsBefore(failure.node());
        return quoted.stream()
                .filter(step -> before.contains(step.id()))
                .reduce((earlier, later) -> later)
                .orElse(failure.node());
    }

    private Set<String> idsBefore(GraphNode node) {
        Set<String> before = new HashSet<>();
        Queue<GraphNode> next = new ArrayDeque<>(node.parents());
        for (GraphNode each = next.poll(); each != null; each = next.poll()) {
            if (EARLIEST_FIRST.compare(each, nodes.get(0)) >= 0 && before.add(each.id())) {
                next.addAll(each.parents());
            }
        }
        return before;
    }

    /** Returns the starts of the branches that a node is in, or ends. */
    private static Stream<GraphNode> branches(GraphNode node) {
        return node.blocksInOrEnded().filter(FailureSearch::isBranch);
    }

    private void collect(Collection<GraphNode> heads, int limit) {
        Queue<GraphNode> next = new PriorityQueue<>(EARLIEST_FIRST.reversed());
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
        nodes.sort(EARLIEST_FIRST);
    }

    private static boolean isEndOfPipeline(GraphNode node) {
        GraphNode start = node.blockStart();
        return start != null && start.parents().isEmpty();
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
        return one == null || EARLIEST_FIRST.compare(other.node(), one.node()) > 0 ? other : one;
    }

    /** Follows an error through the blocks around its origin, from the inside out. */
    private Reach follow(GraphNode origin, Throwable error) {
        Throwable current = error;
        GraphNode inner = origin.blockStart();
        for (GraphNode block : (Iterable<GraphNode>) origin.enclosingBlocks()::iterator) {
            GraphNode end = ends.get(block.id());
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
                nodes.stream()
                        .filter(FailureSearch::isEndOfPipeline)
                        .map(GraphNode::error)
                        .anyMatch(end -> end != null && Errors.isSame(end, last)),
                null,
                null);
    }

    /** A parallel step fails with the error of one of its branches. */
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
        String message = Stream.of(body, step)
                .flatMap(start -> Stream.of(start, ends.getOrDefault(start.id(), start)))
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
                && origin.enclosingBlocks().noneMatch(this::isRepeated);
    }

    /** Whether a block is an attempt of a step such as {@code retry} that is followed by another one. */
    private boolean isRepeated(GraphNode block) {
        return isAttempt(block)
                && nodes.stream()
                        .anyMatch(node -> isAttempt(node)
                                && EARLIEST_FIRST.compare(node, block) > 0
                                && step(node).equals(step(block)));
    }

    private static boolean isAttempt(GraphNode node) {
        return node.isBody() && !isBranch(node);
    }

    private static Optional<String> step(GraphNode body) {
        return body.enclosingBlocks().map(GraphNode::id).findFirst();
    }

    private boolean isBeforeResult(GraphNode node) {
        return resultSince == null || EARLIEST_ID_FIRST.compare(node.id(), resultSince) < 0;
    }

    private boolean hasStageBetweenResultAnd(GraphNode origin) {
        return nodes.stream()
                .filter(node -> EARLIEST_FIRST.compare(node, origin) > 0 && isBeforeResult(node))
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
