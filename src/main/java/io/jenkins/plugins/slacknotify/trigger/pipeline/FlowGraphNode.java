package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Result;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.actions.BodyInvocationAction;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.TagsAction;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.actions.WorkspaceAction;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;

/** A node of the graph that Jenkins keeps of a pipeline. */
record FlowGraphNode(FlowNode node) implements GraphNode {
    /** How declarative pipelines mark a stage that failed while the pipeline went on (StageStatus, StageTagsMetadata). */
    private static final String STAGE_STATUS = "STAGE_STATUS";

    private static final String FAILED = "FAILED_AND_CONTINUED";
    private static final String CATCH_ERROR = "catchError";
    private static final String WARN_ERROR = "warnError";
    private static final String BUILD = "build";
    private static final String WAIT_FOR_BUILD = "waitForBuild";

    /** Steps that note the failing tests that they publish as a warning (WarningAction). */
    private static final Set<String> PUBLISH_TESTS = Set.of("junit", "realtimeJUnit", "xunit");

    /**
     * Steps with a block that mask nothing. Some of them filter the log, to add a time or a colour. Declarative pipelines are made of
     * the same steps, and bind credentials by {@code withCredentials}.
     */
    private static final Set<String> MASK_NOTHING = Set.of(
            "ansiColor",
            "catchError",
            "container",
            "dir",
            "lock",
            "node",
            "parallel",
            "podTemplate",
            "retry",
            "script",
            "stage",
            "throttle",
            "timeout",
            "timestamps",
            "waitUntil",
            "warnError",
            "withChecks",
            "withEnv",
            "ws");

    @Override
    public String id() {
        return node.getId();
    }

    @Override
    public List<GraphNode> parents() {
        return PipelineNodes.parents(node).stream()
                .<GraphNode>map(FlowGraphNode::new)
                .toList();
    }

    @Override
    @CheckForNull
    public GraphNode blockStart() {
        return node instanceof BlockEndNode<?> end
                ? PipelineNodes.start(end).map(FlowGraphNode::new).orElse(null)
                : null;
    }

    @Override
    @CheckForNull
    public Throwable error() {
        ErrorAction error = node.getError();
        return error == null ? null : error.getError();
    }

    @Override
    @CheckForNull
    public Warning warning() {
        WarningAction warning = node.getPersistentAction(WarningAction.class);
        return warning == null ? null : new Warning(Outcomes.of(warning.getResult()), warning.getMessage());
    }

    @Override
    public Stream<GraphNode> enclosingBlocks() {
        return PipelineNodes.enclosingBlocks(node).stream().map(FlowGraphNode::new);
    }

    @Override
    public boolean isBody() {
        return node instanceof BlockStartNode && node.getPersistentAction(BodyInvocationAction.class) != null;
    }

    @Override
    @CheckForNull
    public String stage() {
        LabelAction label = node instanceof BlockStartNode ? node.getPersistentAction(LabelAction.class) : null;
        return label == null || label instanceof ThreadNameAction ? null : label.getDisplayName();
    }

    @Override
    @CheckForNull
    public String branch() {
        ThreadNameAction branch = node.getPersistentAction(ThreadNameAction.class);
        return branch == null ? null : branch.getThreadName();
    }

    @Override
    public boolean isMarkedFailed() {
        TagsAction tags = node.getPersistentAction(TagsAction.class);
        return tags != null && FAILED.equals(tags.getTagValue(STAGE_STATUS));
    }

    @Override
    @CheckForNull
    public Outcome outcomeOfCaughtErrors() {
        String step = function();
        if (isBody() || step == null) {
            return null;
        }
        return switch (step) {
            case WARN_ERROR -> Outcome.UNSTABLE;
            case CATCH_ERROR -> outcomeOfCatchError(ArgumentsAction.getArguments(node));
            default -> null;
        };
    }

    /**
     * Returns how badly a stage or build ends with an error that is caught. The build is the last to be asked: an error can fail its
     * stage, and the build be good.
     *
     * @param arguments also those that are given as null, or whose values Jenkins has not stored
     * @return null where an argument is not known
     */
    @CheckForNull
    static Outcome outcomeOfCatchError(Map<String, Object> arguments) {
        if (Stream.of("buildResult", "stageResult")
                .map(arguments::get)
                .anyMatch(ArgumentsAction.NotStoredReason.class::isInstance)) {
            return null;
        }
        Outcome build = outcome(arguments, "buildResult", Result.FAILURE);
        Outcome stage = outcome(arguments, "stageResult", Result.SUCCESS);
        return stage.isWorseThan(build) ? stage : build;
    }

    @Override
    public boolean sparesBuild() {
        String step = function();
        return step != null && !isBody() && sparesBuild(step, ArgumentsAction.getArguments(node));
    }

    /** Whether a step with these arguments sets no result, though it may note one of its stage. */
    static boolean sparesBuild(String step, Map<String, Object> arguments) {
        return switch (step) {
            case CATCH_ERROR ->
                !(arguments.get("buildResult") instanceof ArgumentsAction.NotStoredReason)
                        && outcome(arguments, "buildResult", Result.FAILURE) == Outcome.SUCCESS;
            case BUILD -> Boolean.FALSE.equals(arguments.get("propagate"));
            case WAIT_FOR_BUILD -> !Boolean.TRUE.equals(arguments.get("propagate"));
            default -> Boolean.TRUE.equals(arguments.get("skipMarkingBuildUnstable"));
        };
    }

    /**
     * Reads a result among the arguments of {@code catchError}. An argument of null means {@link Result#SUCCESS}; only a missing
     * one has its default.
     */
    private static Outcome outcome(Map<String, Object> arguments, String name, Result byDefault) {
        Object given = arguments.getOrDefault(name, byDefault);
        return Outcomes.of(given == null ? Result.SUCCESS : Result.fromString(given.toString()));
    }

    @Override
    public boolean publishesTests() {
        String step = function();
        return step != null && PUBLISH_TESTS.contains(step);
    }

    @Override
    @CheckForNull
    public String agent() {
        WorkspaceAction workspace = node.getPersistentAction(WorkspaceAction.class);
        return workspace == null ? null : Util.fixEmptyAndTrim(workspace.getNode());
    }

    @Override
    public boolean mayMask() {
        return PipelineNodes.isTorn(node)
                || node instanceof BlockStartNode && node instanceof StepNode && !masksNothing(function());
    }

    /** A step whose plugin is gone has no name. */
    private static boolean masksNothing(@CheckForNull String step) {
        return step != null && MASK_NOTHING.contains(step);
    }

    @Override
    public List<String> log(Supplier<OptionalInt> nodesSince) {
        return StepLog.lastLines(node, nodesSince);
    }

    @CheckForNull
    private String function() {
        return PipelineNodes.function(node);
    }
}
