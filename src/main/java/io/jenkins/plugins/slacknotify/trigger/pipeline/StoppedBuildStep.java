package io.jenkins.plugins.slacknotify.trigger.pipeline;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import io.jenkins.plugins.slacknotify.reflection.ForeignObject;
import io.jenkins.plugins.slacknotify.reflection.ForeignObject.ForeignMemberException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/**
 * Finds out what stopped a {@code build} step. Such a step stops the build that it waits for, and then fails with the end of that
 * build: what stopped the step itself is noted on that build alone ({@code BuildTriggerStepExecution.stop}).
 */
final class StoppedBuildStep {
    private static final Logger LOGGER = Logger.getLogger(StoppedBuildStep.class.getName());

    private static final String END_OF_BUILD = "DownstreamFailureCause";
    private static final String STOPPED_BY_STEP = "BuildTriggerCancelledCause";

    private StoppedBuildStep() {}

    /**
     * Returns the error that stopped the step.
     *
     * @param error the error of any step
     * @return the error itself where it is not that of a {@code build} step which was stopped, or that is not known
     */
    static Throwable causeOf(Throwable error) {
        return error instanceof FlowInterruptedException interruption && Result.ABORTED.equals(interruption.getResult())
                ? interruption.getCauses().stream()
                        .filter(cause -> ForeignObject.isCalled(cause, END_OF_BUILD))
                        .flatMap(StoppedBuildStep::notedOnBuild)
                        .findFirst()
                        .orElse(error)
                : error;
    }

    private static Stream<Throwable> notedOnBuild(CauseOfInterruption cause) {
        InterruptedBuildAction noted = build(cause)
                .map(build -> StoredActions.find(build, InterruptedBuildAction.class))
                .orElse(null);
        List<CauseOfInterruption> causes = noted == null ? List.of() : noted.getCauses();
        return causes.stream()
                .filter(each -> ForeignObject.isCalled(each, STOPPED_BY_STEP))
                .flatMap(each -> stoppedBy(each).stream());
    }

    /** The build that the step waited for; empty where Jenkins has it no more. */
    private static Optional<Run<?, ?>> build(CauseOfInterruption end) {
        return read(() -> new ForeignObject(end).call("getDownstreamBuild"))
                .filter(Run.class::isInstance)
                .map(build -> (Run<?, ?>) build);
    }

    /** The plugin keeps the error in a field that nothing else tells of. */
    private static Optional<Throwable> stoppedBy(CauseOfInterruption stopped) {
        return read(() -> new ForeignObject(stopped).ownField("cause"))
                .filter(Throwable.class::isInstance)
                .map(Throwable.class::cast);
    }

    /** Reads what the plugin of the step has; empty where another version of it has that not, or has null. */
    private static Optional<Object> read(Supplier<Object> call) {
        try {
            return Optional.ofNullable(call.get());
        } catch (ForeignMemberException e) {
            LOGGER.log(Level.FINE, e, () -> "Cannot tell what stopped a build step");
            return Optional.empty();
        }
    }
}
