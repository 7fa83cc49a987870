package io.jenkins.plugins.slacknotify.trigger.pipeline;

import hudson.console.AnnotatedLargeText;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.trigger.logs.LogTailReader;
import io.jenkins.plugins.slacknotify.trigger.logs.PipelineLines;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jenkinsci.plugins.workflow.actions.LogAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Reads the end of what a step has logged, with secrets masked as they are in the log. */
final class StepLog {
    /**
     * The size of a build's log, in bytes, up to which steps are read: the pipeline's log store reads all that a step
     * has logged, however little of it is wanted.
     */
    private static final long MAX_LOG_BYTES = 2_000_000;

    private StepLog() {}

    /**
     * Returns the last lines of a step. Where the build has logged too much to look for them on its own thread, they are found at the
     * end of the build's log.
     *
     * @param nodesSince how many nodes the pipeline has reached since, none of them beside the step; empty where that is not so
     */
    static List<String> lastLines(FlowNode step, Supplier<OptionalInt> nodesSince) {
        LogAction log = step.getPersistentAction(LogAction.class);
        try {
            if (log == null || !(step.getExecution().getOwner().getExecutable() instanceof Run<?, ?> run)) {
                return List.of();
            }
            AnnotatedLargeText<?> whole = run.getLogText();
            if (whole.length() <= MAX_LOG_BYTES) {
                return LogTailReader.of(log.getLogText());
            }
            OptionalInt since = nodesSince.get();
            return since.isPresent() ? PipelineLines.ofStep(LogTailReader.of(whole), since.getAsInt()) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
