package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Reads the step in which a pipeline failed, and the stage around it. */
@Extension(optional = true)
public final class PipelineStageReader implements StageReader {
    @Override
    public Optional<FailedStage> failedIn(Run<?, ?> run) {
        return execution(run).flatMap(FailedStepFinder::latest).flatMap(step -> stage(run, step));
    }

    /** Returns the execution of a pipeline; empty where reading it would wait, or the build is no pipeline. */
    static Optional<FlowExecution> execution(Run<?, ?> run) {
        return run instanceof FlowExecutionOwner.Executable pipeline
                ? Optional.ofNullable(pipeline.asFlowExecutionOwner()).map(FlowExecutionOwner::getOrNull)
                : Optional.empty();
    }

    private static Optional<FailedStage> stage(Run<?, ?> run, FlowNode step) {
        return name(step).map(name -> new FailedStage(name, reason(step.getError()), StepLog.lastLines(run, step)));
    }

    /** Returns the name of the innermost stage or, where there is none, of the innermost branch of a parallel step. */
    private static Optional<String> name(FlowNode step) {
        String branch = null;
        for (FlowNode block : step.iterateEnclosingBlocks()) {
            ThreadNameAction thread = block.getAction(ThreadNameAction.class);
            LabelAction label = block.getAction(LabelAction.class);
            if (thread == null && label != null) {
                return Optional.of(label.getDisplayName());
            }
            branch = branch == null && thread != null ? thread.getThreadName() : branch;
        }
        return Optional.ofNullable(branch);
    }

    /** Returns the first line of the error that is not blank. An unexpected error is named by its type, too. */
    @CheckForNull
    private static String reason(@CheckForNull ErrorAction failure) {
        if (failure == null) {
            return null;
        }
        Throwable error = failure.getError();
        boolean foreseen = error instanceof AbortException || error instanceof FlowInterruptedException;
        String said = foreseen ? error.getMessage() : error.toString();
        return said == null
                ? null
                : said.lines().filter(line -> !line.isBlank()).findFirst().orElse(null);
    }
}
