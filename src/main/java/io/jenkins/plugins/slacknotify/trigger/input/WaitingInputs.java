package io.jenkins.plugins.slacknotify.trigger.input;

import hudson.model.Computer;
import hudson.model.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;

/**
 * Finds the steps of a build that wait for input, by the id of the node that each has in the pipeline's graph. The step's own
 * id is not unique: by default it is made of the message, so that several steps have the same in a loop or in parallel
 * branches.
 */
public final class WaitingInputs {
    private static final Logger LOGGER = Logger.getLogger(WaitingInputs.class.getName());

    private WaitingInputs() {}

    /** A member of Slack waits for the answer, and a form has to open within three seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** How long a list of builds waits, for all of its builds together, whose pipelines may be loading. */
    private static final Duration LIST_TIMEOUT = Duration.ofMillis(500);

    private static final SharedLoads<InputAction, List<InputStepExecution>> LOADS =
            new SharedLoads<>(task -> Computer.threadPoolForRemoting.execute(task));

    /**
     * The steps of a build that wait for input.
     *
     * @param isWhole false where more may wait, as nothing is known of some at this moment
     */
    private record Waiting(List<InputSearch.Found> steps, boolean isWhole) {
        static final Waiting UNKNOWN = new Waiting(List.of(), false);
        static final Waiting NONE = new Waiting(List.of(), true);
    }

    /**
     * Finds the step of a node, if it waits for input. After a restart this waits until the pipeline is loaded, a minute at most.
     *
     * @param node the id of the {@code FlowNode}
     */
    static InputSearch find(Run<?, ?> run, String node) {
        return find(readWaiting(run), node);
    }

    /** Finds the step of a node as {@link #find} does, within a second. The result is unknown while the pipeline is being loaded. */
    public static InputSearch findNow(Run<?, ?> run, String node) {
        return find(waitingWithin(run, TIMEOUT), node);
    }

    private static InputSearch find(Waiting waiting, String node) {
        for (InputSearch.Found step : waiting.steps()) {
            if (node.equals(step.node().getId())) {
                return step;
            }
        }
        return waiting.isWhole() ? new InputSearch.Missing() : new InputSearch.Unknown();
    }

    /** Finds the only step that waits, on the terms of {@link #findNow}. */
    public static InputSearch onlyOneNow(Run<?, ?> run) {
        Waiting waiting = waitingWithin(run, TIMEOUT);
        if (!waiting.isWhole()) {
            return new InputSearch.Unknown();
        }
        return waiting.steps().size() == 1 ? waiting.steps().get(0) : new InputSearch.Missing();
    }

    /**
     * Returns whether any waits, for lists of many builds: never blocks, even while Jenkins loads the pipelines after a restart. By then
     * the build has the stored ids of its steps, and the graph says where the pipeline stands, as soon as it is read.
     */
    public static boolean isAnyNow(Run<?, ?> run) {
        InputAction inputs = run.getAction(InputAction.class);
        return inputs != null
                && hasStoredSteps(run, inputs)
                && StandingInputs.of(run).map(nodes -> !nodes.isEmpty()).orElse(true);
    }

    /**
     * Returns the steps that are known to wait, by the builds that have any, in their order; for lists of many builds, within half a second
     * in all. A pipeline that is being loaded has none yet; it costs a thread only where it stands at such a step.
     */
    static Map<Run<?, ?>, List<InputSearch.Found>> knownNow(Collection<? extends Run<?, ?>> runs) {
        Map<InputAction, Callable<List<InputStepExecution>>> reads = new LinkedHashMap<>();
        Map<InputAction, Run<?, ?>> owners = new HashMap<>();
        for (Run<?, ?> run : runs) {
            if (isAnyNow(run)) {
                InputAction inputs = run.getAction(InputAction.class);
                reads.put(inputs, inputs::getExecutions);
                owners.put(inputs, run);
            }
        }
        Map<Run<?, ?>, List<InputSearch.Found>> known = new LinkedHashMap<>();
        try {
            for (Map.Entry<InputAction, List<InputStepExecution>> found :
                    LOADS.getAll(reads, LIST_TIMEOUT).entrySet()) {
                Run<?, ?> run = owners.get(found.getKey());
                List<InputSearch.Found> steps =
                        readWaiting(run, found.getKey(), found.getValue()).steps();
                if (!steps.isEmpty()) {
                    known.put(run, steps);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return known;
    }

    private static Waiting readWaiting(Run<?, ?> run) {
        InputAction inputs = run.getAction(InputAction.class);
        try {
            return inputs == null ? Waiting.NONE : readWaiting(run, inputs, inputs.getExecutions());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Waiting.UNKNOWN;
        } catch (TimeoutException | RuntimeException e) {
            return logUnknown(run, e);
        }
    }

    /**
     * Reads which steps of a build wait, within a time. Jenkins loads one build at a time for all who ask, and blocks them. So it is asked
     * on a thread that nobody waits for.
     */
    private static Waiting waitingWithin(Run<?, ?> run, Duration time) {
        InputAction inputs = run.getAction(InputAction.class);
        try {
            if (inputs == null) {
                return Waiting.NONE;
            }
            Optional<List<InputStepExecution>> executions = LOADS.get(inputs, inputs::getExecutions, time);
            return executions.isPresent() ? readWaiting(run, inputs, executions.get()) : Waiting.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Waiting.UNKNOWN;
        } catch (ExecutionException | RuntimeException e) {
            return logUnknown(run, e);
        }
    }

    private static Waiting logUnknown(Run<?, ?> run, Exception why) {
        LOGGER.log(Level.WARNING, why, () -> "What " + run + " waits for is not known yet");
        return Waiting.UNKNOWN;
    }

    /** Reads which steps of a build wait for input. What cannot be read counts as unknown, and never as a step that does not wait. */
    private static Waiting readWaiting(Run<?, ?> run, InputAction inputs, List<InputStepExecution> executions)
            throws InterruptedException {
        if (executions.isEmpty() && hasStoredSteps(run, inputs)) {
            return Waiting.UNKNOWN; // The action reports no failure, and has no steps then (its source).
        }
        List<InputSearch.Found> steps = new ArrayList<>();
        Set<String> known = new HashSet<>();
        boolean isWhole = true;
        for (InputStepExecution execution : List.copyOf(executions)) {
            Optional<FlowNode> node = node(execution);
            node.map(FlowNode::getId).ifPresent(known::add);
            if (!execution.isSettled()) {
                node.ifPresent(it -> steps.add(new InputSearch.Found(it, execution)));
                isWhole &= node.isPresent();
            }
        }
        return new Waiting(steps, isWhole && !hasUnrestored(run, inputs, known));
    }

    /** Whether the action has stored ids of steps that wait: then it has a name (its source). */
    private static boolean hasStoredSteps(Run<?, ?> run, InputAction inputs) {
        return run.isBuilding() && inputs.getDisplayName() != null;
    }

    /**
     * Whether the pipeline stands at a step that its action does not know, though it has stored ids. After a restart, a step may not be
     * restored that was one of several; the action then only writes into the log that there is one (its source). Without stored ids the
     * step has just been answered.
     *
     * @param known the nodes of the steps that the action knows
     */
    private static boolean hasUnrestored(Run<?, ?> run, InputAction inputs, Set<String> known) {
        return hasStoredSteps(run, inputs)
                && StandingInputs.of(run).stream()
                        .flatMap(List::stream)
                        .anyMatch(node -> !known.contains(node.getId()));
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
