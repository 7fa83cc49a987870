package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.cps.CpsFlowFactoryAction2;
import org.jenkinsci.plugins.workflow.flow.DurabilityHintProvider;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/**
 * Makes a pipeline run the script of an earlier build, in the sandbox. Its job's definition would read the newest script from
 * source control, whatever commit is checked out afterwards.
 */
final class PinnedScript extends InvisibleAction implements CpsFlowFactoryAction2, Queue.QueueAction {
    private final String build;

    /** The script; null once the build runs, as Jenkins then has it in the execution, and this action would store it a second time. */
    @CheckForNull
    private String script;

    /** @param build the external id of the build that had the script */
    PinnedScript(String build, String script) {
        this.build = build;
        this.script = script;
    }

    @Override
    public CpsFlowExecution create(FlowDefinition definition, FlowExecutionOwner owner, List<? extends Action> actions)
            throws IOException {
        if (script == null) {
            throw new IOException("The script of " + build + " has been run already");
        }
        String pinned = script;
        script = null;
        return new CpsFlowExecution(pinned, true, owner, DurabilityHintProvider.suggestedFor(job(owner)));
    }

    private static Item job(FlowExecutionOwner owner) throws IOException {
        return ((Run<?, ?>) owner.getExecutable()).getParent();
    }

    /** {@inheritDoc} Builds that wait are not joined, unless they repeat the same build. */
    @Override
    public boolean shouldSchedule(List<Action> waiting) {
        return waiting.stream()
                .noneMatch(action -> action instanceof PinnedScript other && Objects.equals(other.build, build));
    }
}
