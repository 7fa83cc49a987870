package io.jenkins.plugins.slacknotify.trigger.input;

import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
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

    /** Steps that wait. @param isWhole false where more may wait, as nothing is known of some at this moment */
    private record Waiting(List<InputSearch.Found> steps, boolean isWhole) {}

    /**
     * Finds one that waits. After a restart this waits until the pipeline is loaded, a minute at most.
     *
     * @param node the id of the {@code FlowNode}
     */
    public static InputSearch find(Run<?, ?> run, String node) {
        Waiting waiting = waiting(run);
        for (InputSearch.Found step : waiting.steps()) {
            if (node.equals(step.node().getId())) {
                return step;
            }
        }
        return waiting.isWhole() ? new InputSearch.Missing() : new InputSearch.Unknown();
    }

    /** Finds the only step that waits, on the terms of {@link #find}. */
    public static InputSearch onlyOne(Run<?, ?> run) {
        Waiting waiting = waiting(run);
        if (!waiting.isWhole()) {
            return new InputSearch.Unknown();
        }
        return waiting.steps().size() == 1 ? waiting.steps().get(0) : new InputSearch.Missing();
    }

    /** Returns whether any is known to wait, on the terms of {@link #find}. */
    public static boolean isAny(Run<?, ?> run) {
        return !waiting(run).steps().isEmpty();
    }

    /** Returns the steps that are known to wait, on the terms of {@link #find}, each as the node that it has. */
    static List<FlowNode> nodes(Run<?, ?> run) {
        return waiting(run).steps().stream().map(InputSearch.Found::node).toList();
    }

    private static Waiting waiting(Run<?, ?> run) {
        InputAction inputs = run.getAction(InputAction.class);
        return inputs == null ? new Waiting(List.of(), true) : waiting(run, inputs);
    }

    /** What cannot be read is not known, and must never count as a step that does not wait. */
    private static Waiting waiting(Run<?, ?> run, InputAction inputs) {
        List<InputSearch.Found> steps = new ArrayList<>();
        boolean isWhole = true;
        try {
            for (InputStepExecution execution : List.copyOf(inputs.getExecutions())) {
                if (!execution.isSettled()) {
                    Optional<FlowNode> node = node(execution);
                    node.ifPresent(it -> steps.add(new InputSearch.Found(it, execution)));
                    isWhole &= node.isPresent();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            isWhole = false;
        } catch (TimeoutException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "What " + run + " waits for is not known yet");
            isWhole = false;
        }
        return new Waiting(steps, isWhole);
    }

    private static Optional<FlowNode> node(InputStepExecution execution) throws InterruptedException {
        try {
            return Optional.ofNullable(execution.getContext().get(FlowNode.class));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "The node of a step that waits cannot be read", e);
            return Optional.empty();
        }
    }
}
