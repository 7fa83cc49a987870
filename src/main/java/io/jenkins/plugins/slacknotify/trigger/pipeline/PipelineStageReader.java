package io.jenkins.plugins.slacknotify.trigger.pipeline;

import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import io.jenkins.plugins.slacknotify.trigger.findings.StageReader;
import io.jenkins.plugins.slacknotify.trigger.findings.StageReport;
import io.jenkins.plugins.slacknotify.trigger.findings.TestReportReader;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Reads the stages of a pipeline from its graph. */
@Extension(optional = true)
public final class PipelineStageReader implements StageReader {
    @Override
    public Optional<StageReport> read(Run<?, ?> run) {
        return PipelineNodes.execution(run).map(execution -> {
            List<FlowNode> heads = execution.getCurrentHeads();
            Throwable end = heads.size() == 1 ? new FlowGraphNode(heads.get(0)).error() : null;
            return report(run, search(execution, heads)).ofWhole(end);
        });
    }

    @Override
    public Optional<StageReport> read(Run<?, ?> run, StepContext step) {
        return PipelineNodes.execution(run)
                .flatMap(execution -> node(step)
                        .map(node -> report(run, search(execution, List.of(node)))
                                .ofStep(
                                        new FlowGraphNode(node),
                                        () -> search(execution, execution.getCurrentHeads()))));
    }

    private static FailureReport report(Run<?, ?> run, FailureSearch search) {
        return new FailureReport(
                search,
                Outcomes.of(run),
                TestReportReader.failures(run) > 0,
                text -> LogMask.of(run).quote(text));
    }

    private static FailureSearch search(FlowExecution execution, Collection<FlowNode> heads) {
        return new FailureSearch(
                new LastNodes(heads.stream().<GraphNode>map(FlowGraphNode::new).toList(), LastNodes.MAX),
                ResultChanges.since(execution),
                ResultChanges.first(execution));
    }

    private static Optional<FlowNode> node(StepContext step) {
        try {
            return Optional.ofNullable(step.get(FlowNode.class));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
