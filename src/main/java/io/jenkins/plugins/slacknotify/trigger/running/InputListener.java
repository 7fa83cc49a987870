package io.jenkins.plugins.slacknotify.trigger.running;

import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.trigger.input.InputStepReader;
import io.jenkins.plugins.slacknotify.trigger.pipeline.PipelineNodes;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * Listens to the steps of all pipelines, and reports when a step waits for input and when it no longer does.
 *
 * <p>It is no {@link GraphListener.Synchronous}, so it may write to disk. Jenkins calls it on the pipeline's own
 * thread, in order, and before it ends a build on account of its last step.
 */
@Extension(optional = true)
public final class InputListener implements GraphListener {
    private static final Logger LOGGER = Logger.getLogger(InputListener.class.getName());

    @Override
    public void onNewHead(FlowNode node) {
        reportFinishedBefore(node);
        if (InputStepReader.isInput(node)) {
            reportWaiting(node);
        }
    }

    /** Reports that a step waits for input. The engine notifies once for each step, however often this is called. */
    static void reportWaiting(FlowNode input) {
        withBuild(
                input.getExecution(),
                run -> MilestoneReporter.report(
                        run, Milestone.waitingFor(InputStepReader.waitingQuestion(input, run))));
    }

    /** Reports that the steps before a head wait for input no longer, on the same terms. */
    static void reportFinishedBefore(FlowNode head) {
        PipelineNodes.parents(head).stream().filter(InputStepReader::isInput).forEach(InputListener::reportFinished);
    }

    private static void reportFinished(FlowNode input) {
        withBuild(
                input.getExecution(),
                run -> MilestoneReporter.report(
                        run, Milestone.waitingFor(InputStepReader.finishedQuestion(input, run))));
    }

    private static void withBuild(FlowExecution execution, Consumer<Run<?, ?>> action) {
        try {
            if (execution.getOwner().getExecutable() instanceof Run<?, ?> run) {
                action.accept(run);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "No build of " + execution);
        }
    }
}
