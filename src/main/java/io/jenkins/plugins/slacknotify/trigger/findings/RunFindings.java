package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.RerunOptions;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.lifecycle.act.BuildClaim;
import io.jenkins.plugins.slacknotify.trigger.causes.CauseKinds;
import io.jenkins.plugins.slacknotify.trigger.causes.RerunReader;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.parameter.ParameterKind;
import java.util.List;
import java.util.Set;

/**
 * Collects the findings about a build from all readers. It reads from disk where it has to, but never much; it never
 * throws.
 */
public final class RunFindings {
    private RunFindings() {}

    /** Returns the findings about a build that has ended, or is asked about by one of its steps. */
    public static Findings of(
            Run<?, ?> run,
            Outcome outcome,
            @CheckForNull TestResultSummary tests,
            @CheckForNull FailureStreak failureStreak,
            StageReport stages) {
        return whileRunning(run).toBuilder()
                .tests(tests)
                .failedStages(stages.toNotify(outcome, tests != null && tests.failed() > 0))
                .viewpoint(stages.viewpoint())
                .interruption(interruption(run, outcome, stages))
                .failureStreak(failureStreak)
                .rerunOf(RerunReader.originalOf(run))
                .downstream(outcome.isBad() ? downstream(run) : null)
                .claimedBy(claimedBy(run))
                .reruns(isWorthRepeating(outcome) ? reruns(run, stages) : RerunOptions.NONE)
                .build();
    }

    /** Returns the findings about a running build that are known at once. */
    public static Findings whileRunning(Run<?, ?> run) {
        return Findings.builder()
                .usualDuration(UsualDuration.of(run))
                .branch(branch(run.getParent()))
                .causes(causes(run))
                .description(description(run))
                .pages(BuildPageReader.of(run))
                .build();
    }

    @CheckForNull
    private static Interruption interruption(Run<?, ?> run, Outcome outcome, StageReport stages) {
        return stages.interruption() != null
                ? stages.interruption()
                : BestEffort.read("interruption of ", run, () -> InterruptionFinder.find(run, outcome))
                        .flatMap(found -> found)
                        .orElse(null);
    }

    @CheckForNull
    private static String claimedBy(Run<?, ?> run) {
        return BestEffort.read("claim of ", run, () -> BuildClaim.of(run).map(BuildClaim::name))
                .flatMap(name -> name)
                .orElse(null);
    }

    private static boolean isWorthRepeating(Outcome outcome) {
        return outcome.isBad() || outcome == Outcome.ABORTED;
    }

    private static RerunOptions reruns(Run<?, ?> run, StageReport stages) {
        List<String> restart = RestartStageReader.stagesOf(run, stages.failed());
        return new RerunOptions(
                BestEffort.read("parameters of ", run, () -> hasFillableParameters(run.getParent()))
                        .orElse(false),
                restart.isEmpty() ? null : restart.get(0));
    }

    private static boolean hasFillableParameters(Job<?, ?> job) {
        ParametersDefinitionProperty property = job.getProperty(ParametersDefinitionProperty.class);
        return property != null
                && property.getParameterDefinitions().stream()
                        .anyMatch(definition -> ParameterKind.of(definition) != ParameterKind.IN_JENKINS);
    }

    private static Set<CauseKind> causes(Run<?, ?> run) {
        return BestEffort.read("causes of ", run, () -> CauseKinds.of(run)).orElse(Set.of());
    }

    @CheckForNull
    private static String description(Run<?, ?> run) {
        return BestEffort.read("description of ", run, () -> BuildDescription.of(run))
                .orElse(null);
    }

    @CheckForNull
    private static DownstreamBuilds downstream(Run<?, ?> run) {
        return BestEffort.first(
                        DownstreamReader.class, "downstream builds of ", run, downstream -> downstream.startedBy(run))
                .orElse(null);
    }

    /** Returns the branch that a job is for; null where it is not for one alone. */
    @CheckForNull
    public static Branch branch(Job<?, ?> job) {
        return BestEffort.first(BranchReader.class, "branch of ", job, branches -> branches.of(job))
                .orElse(null);
    }
}
