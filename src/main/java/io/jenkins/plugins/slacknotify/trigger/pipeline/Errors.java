package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.text.HtmlText;
import io.jenkins.plugins.slacknotify.trigger.findings.Interruptions;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Reads the errors with which steps of a pipeline fail. */
final class Errors {
    /** The mark of {@code ErrorAction} by which copies of an error are told to be one. */
    private static final String ID = "ErrorAction$ErrorId";

    /** An error whose message had a secret in it, which the credentials-binding plugin has masked. */
    private static final String MASKED = "MaskedException";

    /** The causes with which one branch of a parallel step, or one body of another step, stops the others. */
    private static final Set<String> OF_ANOTHER_BRANCH = Set.of("FailFastCause", "BodyFailed");

    /** Errors of steps whose agent is gone: of workflow-durable-task-step, and of remoting. */
    private static final Set<String> LOST_AGENT =
            Set.of("AgentOfflineException", "ChannelClosedException", "RequestAbortedException");

    private Errors() {}

    /**
     * Whether two errors are the same. Each step keeps its own copy, so after a restart one error is several objects; and a
     * block around a step may have masked a secret in it.
     */
    static boolean isSame(Throwable one, Throwable other) {
        if (one == other) {
            return true;
        }
        Optional<String> id = id(one);
        return id.isPresent()
                ? id.equals(id(other))
                : one.getClass() == other.getClass()
                        && Objects.equals(one.getMessage(), other.getMessage())
                        && Arrays.equals(one.getStackTrace(), other.getStackTrace());
    }

    private static Optional<String> id(Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = error; each != null && seen.add(each); each = each.getCause()) {
            for (Throwable suppressed : each.getSuppressed()) {
                if (suppressed.getClass().getName().endsWith(ID)) {
                    return Optional.ofNullable(suppressed.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    /** Returns how a stage ends that fails with an error. */
    static Outcome outcome(Throwable error) {
        if (!(error instanceof FlowInterruptedException interruption)) {
            return Outcome.FAILURE;
        }
        Outcome outcome = Outcomes.of(interruption.getResult());
        return outcome.isBad() ? outcome : Outcome.ABORTED;
    }

    static boolean isInterruption(Throwable error) {
        return error instanceof FlowInterruptedException;
    }

    /** Whether a branch did not fail by itself, but was stopped because another one did. */
    static boolean isOfAnotherBranch(Throwable error) {
        return error instanceof FlowInterruptedException interruption
                && interruption.getCauses().stream()
                        .anyMatch(cause ->
                                OF_ANOTHER_BRANCH.contains(cause.getClass().getSimpleName()));
    }

    /**
     * Returns why an error stopped the pipeline, where it was not for something that the pipeline has done.
     *
     * @param agent the agent on which the step ran; null where that is not known
     */
    static Optional<Interruption> interruption(Throwable error, @CheckForNull String agent) {
        if (error instanceof FlowInterruptedException interruption) {
            return Interruptions.of(interruption.getCauses(), agent);
        }
        return isLostAgent(error)
                ? Optional.of(new Interruption(Interruption.Kind.AGENT_LOST, agent))
                : Optional.empty();
    }

    private static boolean isLostAgent(Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = error; each != null && seen.add(each); each = each.getCause()) {
            if (LOST_AGENT.contains(each.getClass().getSimpleName())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first line of an error that is not blank; null for none. An unexpected error is named by its type, too. */
    @CheckForNull
    static String text(Throwable error) {
        return firstLine(words(error));
    }

    @CheckForNull
    private static String words(Throwable error) {
        if (error instanceof FlowInterruptedException interruption) {
            return interruption.getCauses().stream()
                    .map(CauseOfInterruption::getShortDescription)
                    .filter(Objects::nonNull)
                    .map(HtmlText::plainIfHtml)
                    .collect(Collectors.joining(", "));
        }
        boolean foreseen = error instanceof AbortException
                || error.getClass().getSimpleName().equals(MASKED);
        return foreseen ? error.getMessage() : error.toString();
    }

    @CheckForNull
    static String firstLine(@CheckForNull String text) {
        return text == null
                ? null
                : text.lines().filter(line -> !line.isBlank()).findFirst().orElse(null);
    }
}
