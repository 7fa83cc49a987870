package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuild;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.findings.BuildPageReader;
import io.jenkins.plugins.slacknotify.trigger.findings.DownstreamReader;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.support.steps.build.DownstreamBuildAction;

/**
 * Reads the builds that the {@code build} step of a pipeline has started.
 *
 * <p>But for a number, it reveals no more of them than the pipeline's console has: the job, and the outcome where that step, or the
 * step {@code waitForBuild}, has waited for it.
 */
@Extension(optional = true)
public final class BuildStepDownstreamReader implements DownstreamReader {
    private static final String WAIT_FOR_BUILD = "waitForBuild";

    @Override
    public Optional<DownstreamBuilds> startedBy(Run<?, ?> run) {
        return builds(run, StoredActions.find(run, DownstreamBuildAction.class));
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the plugin is missing.
    private static Optional<DownstreamBuilds> builds(Run<?, ?> run, @CheckForNull DownstreamBuildAction action) {
        if (action == null) {
            return Optional.empty();
        }
        List<DownstreamBuildAction.DownstreamBuild> started = action.getDownstreamBuilds().stream()
                .filter(build -> build.getBuildNumber() != null)
                .toList();
        Optional<FlowExecution> pipeline = PipelineNodes.execution(run);
        Set<String> waitedFor =
                pipeline.map(BuildStepDownstreamReader::waitedFor).orElse(Set.of());
        List<DownstreamBuild> latest = started.stream()
                // The others would have to be read from disk, and not be kept.
                .skip(Math.max(0, started.size() - DownstreamBuilds.KEPT))
                .map(build -> toDownstreamBuild(build, pipeline, waitedFor))
                .toList();
        return started.isEmpty() ? Optional.empty() : Optional.of(new DownstreamBuilds(started.size(), latest));
    }

    private static DownstreamBuild toDownstreamBuild(
            DownstreamBuildAction.DownstreamBuild started, Optional<FlowExecution> pipeline, Set<String> waitedFor) {
        String name = started.getJobFullName() + " #" + started.getBuildNumber();
        return BestEffort.<Run<?, ?>>read("downstream build " + name, started::getBuild)
                .map(build -> new DownstreamBuild(
                        build.getParent().getFullDisplayName() + " #" + build.getNumber(),
                        BuildPageReader.urlOf(build),
                        pipeline.filter(execution -> isAwaited(execution, started.getFlowNodeId())
                                        || waitedFor.contains(build.getExternalizableId()))
                                .map(execution -> outcome(build))
                                .orElse(null)))
                .orElseGet(() -> new DownstreamBuild(name, null, null));
    }

    @CheckForNull
    private static Outcome outcome(Run<?, ?> build) {
        return build.isBuilding() ? null : Outcomes.of(build);
    }

    private static boolean isAwaited(FlowExecution pipeline, String step) {
        try {
            FlowNode node = pipeline.getNode(step);
            return node != null && isAwaited(ArgumentsAction.getFilteredArguments(node));
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the ids of the builds for which a step among the last ones has waited that has not started them. */
    private static Set<String> waitedFor(FlowExecution pipeline) {
        return PipelineNodes.backwards(pipeline)
                .limit(LastNodes.MAX)
                .filter(node -> WAIT_FOR_BUILD.equals(PipelineNodes.function(node)))
                .map(node -> ArgumentsAction.getFilteredArguments(node).get("runId"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    /** Whether the step waits for the end of the build: it does unless an argument says otherwise. */
    private static boolean isAwaited(Map<String, Object> arguments) {
        return !Boolean.FALSE.equals(arguments.get("wait")) && !Boolean.TRUE.equals(arguments.get("waitForStart"));
    }
}
