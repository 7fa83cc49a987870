package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Result;
import hudson.model.Run;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * Remembers since which node of its graph a pipeline has had its result, and at which it had it first: the {@code post} of a declarative
 * pipeline changes the result and puts it back. A script sets the result without a step, so the graph does not tell. What was before a
 * restart of Jenkins is forgotten.
 *
 * <p>It is synchronous, as the script goes on before others hear of a node. So it does nothing that may wait.
 */
@Extension(optional = true)
public final class ResultChanges implements GraphListener.Synchronous {
    private final Map<FlowExecution, Change> changes = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param first the nodes at which the pipeline had each of its results first */
    private record Change(Result result, String node, Map<Result, String> first) {}

    @Override
    public void onNewHead(FlowNode node) {
        FlowExecution execution = node.getExecution();
        Result result = result(execution);
        Change known = changes.get(execution);
        if (result != null && (known == null || !known.result().equals(result))) {
            Map<Result, String> first = new HashMap<>(known == null ? Map.of() : known.first());
            first.putIfAbsent(result, node.getId());
            changes.put(execution, new Change(result, node.getId(), first));
        }
    }

    /** Returns the id of the first node that was reached with the result that a pipeline has; null where that is not known. */
    @CheckForNull
    static String since(FlowExecution execution) {
        return change(execution).map(Change::node).orElse(null);
    }

    /** Returns the id of the node at which a pipeline first had the result that it has; null where it is not known. */
    @CheckForNull
    static String first(FlowExecution execution) {
        return change(execution)
                .map(change -> change.first().get(change.result()))
                .orElse(null);
    }

    private static Optional<Change> change(FlowExecution execution) {
        return Optional.ofNullable(ExtensionList.lookupSingleton(ResultChanges.class)
                        .changes
                        .get(execution))
                .filter(change -> change.result().equals(result(execution)));
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
