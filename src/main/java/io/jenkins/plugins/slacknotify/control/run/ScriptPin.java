package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/**
 * Pins the script of a pipeline that has it in source control. Without that, a build that is run again would build the old
 * sources with the new script.
 */
final class ScriptPin {
    private ScriptPin() {}

    /**
     * Returns the actions that make the next build run the script that this one ran; none where that is no matter of source control.
     *
     * @return empty where the script is in source control, but not known any more
     * @throws UncheckedIOException where the build cannot be read
     */
    static Optional<List<Action>> actionsFor(Run<?, ?> run) {
        return Jenkins.get().getPlugin("workflow-cps") == null ? Optional.of(List.of()) : script(run);
    }

    // Named in a method of its own, which is not called where the plugin is missing.
    private static Optional<List<Action>> script(Run<?, ?> run) {
        if (!(run instanceof WorkflowRun pipeline)
                || hasOwnScript(pipeline.getParent().getDefinition())) {
            return Optional.of(List.of());
        }
        return execution(pipeline.asFlowExecutionOwner()) instanceof CpsFlowExecution execution && execution.isSandbox()
                ? Optional.of(List.of(new PinnedScript(run.getExternalizableId(), execution.getScript())))
                : Optional.empty();
    }

    /**
     * Tests whether the script stands in the configuration of the job. Then a repeated build runs the present one, as a freestyle
     * job does.
     */
    private static boolean hasOwnScript(@CheckForNull FlowDefinition definition) {
        return definition instanceof CpsFlowDefinition;
    }

    /** Returns the execution of a build, which is read from disk where it has ended; null where it never had one. */
    @CheckForNull
    private static FlowExecution execution(@CheckForNull FlowExecutionOwner owner) {
        try {
            return owner == null ? null : owner.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
