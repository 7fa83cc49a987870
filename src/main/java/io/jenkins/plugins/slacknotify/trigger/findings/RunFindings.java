package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.BadSeries;
import io.jenkins.plugins.slacknotify.event.Branch;
import io.jenkins.plugins.slacknotify.event.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.FailedStage;
import io.jenkins.plugins.slacknotify.event.Findings;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.event.TestFigures;
import io.jenkins.plugins.slacknotify.trigger.commits.Attempt;
import java.time.Duration;
import java.util.Optional;

/** Asks all that know something about a build. Reads from disk where it has to, but never much; never throws. */
public final class RunFindings {
    private RunFindings() {}

    public static Findings of(
            Run<?, ?> run, Outcome outcome, @CheckForNull TestFigures tests, @CheckForNull BadSeries series) {
        return new Findings(
                tests,
                outcome.isBad() ? failedStage(run) : null,
                usualDuration(run),
                branch(run.getParent()),
                series,
                Causes.of(run),
                Reruns.originalOf(run),
                ChosenPages.of(run),
                outcome.isBad() ? downstream(run) : null);
    }

    /** What is known at once of a build that has not ended. */
    public static Findings whileRunning(Run<?, ?> run) {
        return new Findings(
                null,
                null,
                usualDuration(run),
                branch(run.getParent()),
                null,
                Causes.of(run),
                null,
                ChosenPages.of(run),
                null);
    }

    @CheckForNull
    private static FailedStage failedStage(Run<?, ?> run) {
        return ExtensionList.lookup(Stages.class).stream()
                .map(stages -> Attempt.at("stages of " + run, () -> stages.failedIn(run)))
                .flatMap(Optional::stream)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    @CheckForNull
    private static DownstreamBuilds downstream(Run<?, ?> run) {
        return ExtensionList.lookup(Downstream.class).stream()
                .map(downstream -> Attempt.at("downstream builds of " + run, () -> downstream.startedBy(run)))
                .flatMap(Optional::stream)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    @CheckForNull
    private static Duration usualDuration(Run<?, ?> run) {
        return Attempt.at("usual duration of " + run, run::getEstimatedDuration)
                .filter(millis -> millis > 0)
                .map(Duration::ofMillis)
                .orElse(null);
    }

    /** The branch that a job is for; null where it is not for one alone. */
    @CheckForNull
    public static Branch branch(Job<?, ?> job) {
        return ExtensionList.lookup(Branches.class).stream()
                .map(branches -> Attempt.at("branch of " + job, () -> branches.of(job)))
                .flatMap(Optional::stream)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }
}
