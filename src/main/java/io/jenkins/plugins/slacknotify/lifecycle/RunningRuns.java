package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.model.Computer;
import hudson.model.Executor;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** The runs on the executors of this Jenkins. Safe for use by many threads. */
public final class RunningRuns {
    private RunningRuns() {}

    /**
     * Returns the runs on executors. A pipeline has an executor of its own on the controller for as long as it runs, also
     * while it waits for input.
     */
    public static Set<Run<?, ?>> all() {
        return Arrays.stream(Jenkins.get().getComputers())
                .map(Computer::getAllExecutors)
                .flatMap(executors -> executors.stream().map(Executor::getCurrentExecutable))
                .flatMap(executable -> executable instanceof Run<?, ?> run ? Stream.of(run) : Stream.empty())
                .filter(Run::isBuilding)
                .collect(Collectors.toSet());
    }

    static Set<BuildKey> keys() {
        return all().stream().map(BuildKeys::of).collect(Collectors.toSet());
    }
}
