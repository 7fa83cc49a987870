package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Result;
import hudson.model.Run;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * Remembers since which node of its graph a pipeline has had its result. A script sets the result without a step, so the graph does not
 * tell. What was before a restart of Jenkins is forgotten.
 *
 * <p>It is synchronous, as the script goes on before others hear of a node. So it does nothing that may wait.
 */
@Extension(optional = true)
public final class ResultChanges implements GraphListener.Synchronous {
    private final Map<FlowExecution, Change> changes = Collections.synchronizedMap(new WeakHashMap<>());

    private record Change(Result result, String node) {}

    @Override
    public void onNewHead(FlowNode node) {
        FlowExecution execution = node.getExecution();
        Result result = result(execution);
        Change known = changes.get(execution);
        if (result != null && (known == null || !known.result().equals(result))) {
            changes.put(execution, new Change(result, node.getId()));
        }
    }

    /** Returns the id of the first node that was reached with the result that a pipeline has; null where that is not known. */
    @CheckForNull
    static String since(FlowExecution execution) {
        Change change =
                ExtensionList.lookupSingleton(ResultChanges.class).changes.get(execution);
        return change != null && change.result().equals(result(execution)) ? change.node() : null;
    }

    @CheckForNull
    private static Result result(FlowExecution execution) {
        try {
            return execution.getOwner().getExecutable() instanceof Run<?, ?> run ? run.getResult() : null;
        } catch (IOException e) {
            return null;
        }
    }
}
