package io.jenkins.plugins.slacknotify.trigger.pipeline;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.trigger.findings.LogTail;
import java.io.IOException;
import java.util.List;
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

    /** Returns the last lines of a step; none where the build has logged too much to look for them on its own thread. */
    static List<String> lastLines(FlowNode step) {
        LogAction log = step.getPersistentAction(LogAction.class);
        if (log == null) {
            return List.of();
        }
        try {
            boolean isSmall = step.getExecution().getOwner().getExecutable() instanceof Run<?, ?> run
                    && run.getLogText().length() <= MAX_LOG_BYTES;
            return isSmall ? LogTail.of(log.getLogText()) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
