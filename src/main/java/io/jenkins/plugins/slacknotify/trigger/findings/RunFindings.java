package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
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
        return Attempt.first(Stages.class, "stages of " + run, stages -> stages.failedIn(run))
                .orElse(null);
    }

    @CheckForNull
    private static DownstreamBuilds downstream(Run<?, ?> run) {
        return Attempt.first(Downstream.class, "downstream builds of " + run, downstream -> downstream.startedBy(run))
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
        return Attempt.first(Branches.class, "branch of " + job, branches -> branches.of(job))
                .orElse(null);
    }
}
