package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Run;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Stops pipelines that go on after they were told to stop. Other builds have no harder way than to be told again. */
final class HardStop {
    private static final Logger LOGGER = Logger.getLogger(HardStop.class.getName());

    private HardStop() {}

    static boolean isPossible(Run<?, ?> run) {
        return Jenkins.get().getPlugin("workflow-job") != null && isPipeline(run);
    }

    // Named in a method of its own, so that no class of the plugin is loaded where the plugin is missing.
    private static boolean isPipeline(Run<?, ?> run) {
        return run instanceof WorkflowRun;
    }

    /** Cuts off the steps that run. @param line for the build's log, which does not say by itself who did so */
    static void terminate(Run<?, ?> run, String line) {
        WorkflowRun pipeline = (WorkflowRun) run;
        log(pipeline, line);
        pipeline.doTerm();
    }

    /** Ends the build without its pipeline. @param line as for {@link #terminate} */
    static void kill(Run<?, ?> run, String line) {
        WorkflowRun pipeline = (WorkflowRun) run;
        log(pipeline, line);
        pipeline.doKill();
    }

    private static void log(WorkflowRun run, String line) {
        FlowExecutionOwner owner = run.asFlowExecutionOwner();
        try {
            if (owner != null) {
                owner.getListener().getLogger().println(line);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not write into the log of " + run + ": " + line);
        }
    }
}
