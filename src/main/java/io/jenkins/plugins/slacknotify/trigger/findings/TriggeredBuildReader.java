package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuild;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.reflection.ForeignObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the builds that a freestyle build has started and waited for: by the step of the Parameterized Trigger plugin, or as a phase of the
 * MultiJob plugin. What they note is called by the names of public methods, as those plugins are not among those that this one is built
 * with.
 *
 * <p>It reveals no more of them than the console has: the job, the number, and how they ended.
 */
@Extension
public final class TriggeredBuildReader implements DownstreamReader {
    private static final String TRIGGERED = "BuildInfoExporterAction";
    private static final String MULTI_JOB = "MultiJobBuild";

    @Override
    public Optional<DownstreamBuilds> startedBy(Run<?, ?> run) {
        List<Run<?, ?>> builds = builds(run, StoredActions.all(run, Action.class));
        return builds.isEmpty()
                ? Optional.empty()
                : Optional.of(new DownstreamBuilds(
                        builds.size(),
                        builds.stream()
                                .skip(Math.max(0, builds.size() - DownstreamBuilds.KEPT))
                                .map(TriggeredBuildReader::downstreamBuild)
                                .toList()));
    }

    /** Returns the builds that are there still, of what a build or its actions have noted. */
    static List<Run<?, ?>> builds(Object run, List<? extends Action> actions) {
        return Stream.concat(triggered(actions), phases(run)).toList();
    }

    private static Stream<Run<?, ?>> triggered(List<? extends Action> actions) {
        return actions.stream()
                .filter(action -> ForeignObject.isCalled(action, TRIGGERED))
                .flatMap(action -> list(action, "getTriggeredBuilds"))
                .flatMap(TriggeredBuildReader::build);
    }

    private static Stream<Run<?, ?>> phases(Object run) {
        return ForeignObject.isCalled(run, MULTI_JOB)
                ? list(run, "getSubBuilds")
                        .map(phase -> new ForeignObject(phase).call("getBuild"))
                        .flatMap(TriggeredBuildReader::build)
                : Stream.empty();
    }

    /** Returns a listed build; empty for null, which the plugins list for a deleted build. */
    private static Stream<Run<?, ?>> build(Object listed) {
        return listed instanceof Run<?, ?> build ? Stream.of(build) : Stream.empty();
    }

    private static Stream<?> list(Object of, String method) {
        return new ForeignObject(of).call(method) instanceof List<?> list
                ? list.stream().filter(Objects::nonNull)
                : Stream.empty();
    }

    private static DownstreamBuild downstreamBuild(Run<?, ?> build) {
        return new DownstreamBuild(
                build.getParent().getFullDisplayName() + " #" + build.getNumber(),
                BuildPageReader.urlOf(build),
                build.isBuilding() ? null : Outcomes.of(build));
    }
}
