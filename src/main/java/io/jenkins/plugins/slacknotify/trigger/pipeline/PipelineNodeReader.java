package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.console.AnnotatedLargeText;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.StageState;
import io.jenkins.plugins.slacknotify.trigger.findings.NodeReader;
import io.jenkins.plugins.slacknotify.trigger.findings.NodeReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.actions.LogAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Reads the stages and steps of a pipeline from its graph. */
@Extension(optional = true)
public final class PipelineNodeReader implements NodeReader {
    private static final int STAGES = 5;

    @Override
    public Optional<NodeReport> read(Run<?, ?> run, String id) {
        return node(run, id).map(PipelineNodeReader::report);
    }

    @Override
    public Optional<AnnotatedLargeText<?>> log(Run<?, ?> run, String id) {
        return node(run, id)
                .map(node -> node.getPersistentAction(LogAction.class))
                .map(LogAction::getLogText);
    }

    @Override
    public List<String> current(Run<?, ?> run) {
        return PipelineNodes.execution(run).stream()
                .flatMap(execution -> execution.getCurrentHeads().stream())
                .map(StageNames::around)
                .filter(Objects::nonNull)
                .distinct()
                .limit(STAGES)
                .toList();
    }

    private static Optional<FlowNode> node(Run<?, ?> run, String id) {
        return PipelineNodes.execution(run).map(execution -> {
            try {
                return execution.getNode(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static NodeReport report(FlowNode node) {
        FlowNode end = node instanceof BlockStartNode start ? start.getEndNode() : node;
        FlowGraphNode here = new FlowGraphNode(node);
        // Of a stage, the node itself bears the name, or the one that its block has as a body.
        boolean isStage = here.stage() != null || here.branch() != null;
        String stage = isStage ? stageOf(here) : StageNames.around(node);
        return new NodeReport(stage, isStage ? null : node.getDisplayName(), state(node, end), duration(node, end));
    }

    @CheckForNull
    private static String stageOf(FlowGraphNode here) {
        String stage = here.stage();
        return stage == null ? here.branch() : stage;
    }

    private static StageState state(FlowNode node, @CheckForNull FlowNode end) {
        if (node.isActive() || end == null) {
            return StageState.RUNNING;
        }
        if (end.getError() != null) {
            return StageState.FAILED;
        }
        return end.getPersistentAction(WarningAction.class) == null ? StageState.SUCCEEDED : StageState.UNSTABLE;
    }

    /** Returns how long a block has taken; null for a step, whose node does not say when the step ended. */
    @CheckForNull
    private static Duration duration(FlowNode node, @CheckForNull FlowNode end) {
        long started = TimingAction.getStartTime(node);
        if (started == 0 || end == null || end == node) {
            return null;
        }
        return Duration.ofMillis(Math.max(0, TimingAction.getStartTime(end) - started));
    }
}
