package io.jenkins.plugins.slacknotify.trigger.pipeline;

import hudson.console.AnnotatedLargeText;
import hudson.model.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** The number of bytes to read from the end. */
    private static final int TAIL_BYTES = 16_000;

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
            return isSmall ? lastLines(log.getLogText()) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> lastLines(AnnotatedLargeText<?> text) throws IOException {
        long from = Math.max(0, text.length() - TAIL_BYTES);
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        if (text.writeLogTo(from, end) <= from) {
            return List.of();
        }
        // The first line is cut, if it is not the first of the log.
        return end.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(from > 0 ? 1 : 0)
                .toList();
    }
}
