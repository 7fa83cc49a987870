package io.jenkins.plugins.slacknotify.trigger.event;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.CurrentBuild;
import io.jenkins.plugins.slacknotify.event.BuildHistory;
import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.trigger.event.PastVerdicts.CompletedBuild;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The other builds of a run's job, as far as Jenkins keeps them, and what people were notified of beyond that.
 *
 * <p>Jenkins reads old builds from disk one by one. So the search ends after {@value #MAX_BUILDS} builds without a verdict,
 * as if there were no more.
 */
final class RunHistory implements BuildHistory {
    static final int MAX_BUILDS = 50;

    private final Run<?, ?> run;
    private final boolean newerCount;

    /** The verdicts that are remembered of the job, the newest first. */
    private final List<KnownVerdict> remembered;

    private RunHistory(Run<?, ?> run, boolean newerCount) {
        this.run = run;
        this.newerCount = newerCount;
        remembered = BestEffort.read("what is remembered of ", run, () -> rememberedVerdicts(run.getParent()))
                .orElse(List.of());
    }

    static RunHistory of(Run<?, ?> run) {
        return new RunHistory(run, true);
    }

    /** Returns the other builds as they were when a past run ended: none was newer. */
    static RunHistory then(Run<?, ?> run) {
        return new RunHistory(run, false);
    }

    /** Returns the verdicts that are remembered of a job; none where they are of another one that had its name before. */
    private static List<KnownVerdict> rememberedVerdicts(Job<?, ?> job) {
        String name = job.getFullName();
        return EngineLifecycle.get().engine().jobs().verdicts(name).stream()
                .filter(verdict -> CurrentBuild.find(job, new BuildKey(name, verdict.build(), verdict.startedAt()))
                        .isPresent())
                .toList();
    }

    /** The last verdict that is remembered of the builds before the run; null for none. */
    @CheckForNull
    KnownVerdict known() {
        return remembered.stream()
                .filter(verdict -> verdict.build() < run.getNumber())
                .findFirst()
                .orElse(null);
    }

    @Override
    public Optional<Outcome> lastVerdict() {
        return PastVerdicts.last(completed(Run::getPreviousBuild), known());
    }

    @Override
    public boolean isOvertaken() {
        return newerCount
                && (remembered.stream().anyMatch(verdict -> verdict.build() > run.getNumber())
                        || completed(Run::getNextBuild)
                                .anyMatch(other -> other.outcome().isVerdict()));
    }

    /**
     * Returns the failure streak that the run continues or ends.
     *
     * @param current the run as it stands
     */
    Optional<FailureStreak> streak(CompletedBuild current) {
        return PastVerdicts.streak(current, completed(Run::getPreviousBuild), MAX_BUILDS, known());
    }

    /** Returns the builds before a run, newest first, each read when the stream reaches it; at most {@value #MAX_BUILDS}. */
    static Stream<Run<?, ?>> older(Run<?, ?> run) {
        return neighbours(run, Run::getPreviousBuild);
    }

    private static Stream<Run<?, ?>> neighbours(Run<?, ?> run, UnaryOperator<Run<?, ?>> step) {
        return Stream.<Run<?, ?>>iterate(step.apply(run), other -> other != null, step)
                .limit(MAX_BUILDS);
    }

    private Stream<CompletedBuild> completed(UnaryOperator<Run<?, ?>> step) {
        return neighbours(run, step).filter(other -> !other.isBuilding()).map(CompletedBuild::of);
    }
}
