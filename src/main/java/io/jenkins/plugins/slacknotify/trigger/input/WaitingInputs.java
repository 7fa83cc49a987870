package io.jenkins.plugins.slacknotify.trigger.input;

import hudson.model.Run;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;

/**
 * Finds the steps of a build that wait for input, by the node that each has in the pipeline's graph. The id that the step has of
 * its own would not do: by default it is made of the message, so in a loop or in parallel branches several have the same.
 */
public final class WaitingInputs {
    private static final Logger LOGGER = Logger.getLogger(WaitingInputs.class.getName());

    private WaitingInputs() {}

    /**
     * Finds one that waits. After a restart this waits until the pipeline is loaded, a minute at most.
     *
     * @param node the id of the {@code FlowNode}
     * @return empty where the step does not wait, or not any more
     */
    public static Optional<InputStepExecution> find(Run<?, ?> run, String node) {
        for (InputStepExecution execution : all(run)) {
            if (node.equals(nodeOf(execution)) && !execution.isSettled()) {
                return Optional.of(execution);
            }
        }
        return Optional.empty();
    }

    /** Returns the node of the only step that waits, on the terms of {@link #find}; empty where there are none or several. */
    public static Optional<String> onlyOne(Run<?, ?> run) {
        List<FlowNode> nodes = nodes(run);
        return nodes.size() == 1 ? Optional.of(nodes.get(0).getId()) : Optional.empty();
    }

    /** Returns whether any waits, on the terms of {@link #find}. */
    public static boolean isAny(Run<?, ?> run) {
        return all(run).stream().anyMatch(execution -> !execution.isSettled());
    }

    /** Returns the steps that wait, on the terms of {@link #find}, each as the node that it has. */
    static List<FlowNode> nodes(Run<?, ?> run) {
        return all(run).stream()
                .filter(execution -> !execution.isSettled())
                .flatMap(execution -> node(execution).stream())
                .toList();
    }

    private static List<InputStepExecution> all(Run<?, ?> run) {
        InputAction inputs = run.getAction(InputAction.class);
        try {
            return inputs == null ? List.of() : List.copyOf(inputs.getExecutions());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (TimeoutException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "What " + run + " waits for is not known yet");
            return List.of();
        }
    }

    private static String nodeOf(InputStepExecution execution) {
        return node(execution).map(FlowNode::getId).orElse("");
    }

    private static Optional<FlowNode> node(InputStepExecution execution) {
        try {
            return Optional.ofNullable(execution.getContext().get(FlowNode.class));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "A step that waits has no node any more", e);
            return Optional.empty();
        }
    }
}
