package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.AbstractBuild;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Reads why the build of a job of jobs is bad, such as that of a matrix: the builds inside of it that did not end well are its stages,
 * each with the name of its job and with its own log. By Jenkins' types alone, as {@code NestedJobs} knows such jobs.
 */
@Extension
public final class NestedBuildReader implements StageReader {
    /** The logs that are read; a matrix can have hundreds of cells, and its build waits. */
    private static final int LOGS_READ = 3;

    @Override
    public Optional<StageReport> read(Run<?, ?> run) {
        Outcome ofWhole = Outcomes.of(run);
        if (!(run.getParent() instanceof ItemGroup<?> group) || ofWhole == Outcome.SUCCESS) {
            return Optional.empty();
        }
        List<? extends Run<?, ?>> bad = group.getItems().stream()
                .flatMap(item ->
                        item instanceof Job<?, ?> job ? Stream.ofNullable(nestedBuild(job, run)) : Stream.empty())
                .filter(NestedBuildReader::isBad)
                .toList();
        return bad.isEmpty() ? Optional.empty() : Optional.of(report(bad, ofWhole));
    }

    /** Returns the build that a job ran as a part of another build, under the number of that. */
    @CheckForNull
    private static Run<?, ?> nestedBuild(Job<?, ?> job, Run<?, ?> whole) {
        Run<?, ?> part = job.getBuildByNumber(whole.getNumber());
        return part instanceof AbstractBuild<?, ?> build && build.getRootBuild() == whole ? part : null;
    }

    private static boolean isBad(Run<?, ?> part) {
        Outcome outcome = Outcomes.of(part);
        return outcome.isBad() || outcome == Outcome.ABORTED;
    }

    /**
     * Returns a report that has a stage for each part that did not end well. Where the whole build was aborted, its aborted parts are left
     * out.
     */
    private static StageReport report(List<? extends Run<?, ?>> bad, Outcome ofWhole) {
        List<FailedStage> stages = new ArrayList<>();
        Interruption interruption = null;
        int read = 0;
        for (Run<?, ?> part : bad) {
            Outcome outcome = Outcomes.of(part);
            StageReport log =
                    read < LOGS_READ && outcome != Outcome.UNSTABLE ? BuildLogReader.read(part) : StageReport.NONE;
            read += outcome == Outcome.UNSTABLE ? 0 : 1;
            interruption = interruption == null ? log.interruption() : interruption;
            if (outcome != ofWhole || outcome != Outcome.ABORTED) {
                stages.add(stage(part, outcome, log));
            }
        }
        return StageReport.of(stages, interruption);
    }

    private static FailedStage stage(Run<?, ?> part, Outcome outcome, StageReport log) {
        String name = part.getParent().getDisplayName();
        return log.failed().stream()
                .findFirst()
                .map(failed -> new FailedStage(name, outcome, failed.error(), failed.log(), failed.reason()))
                .orElseGet(() -> new FailedStage(name, outcome, null, List.of()));
    }

    /** {@inheritDoc} Empty: such a build has no steps of a pipeline. */
    @Override
    public Optional<StageReport> read(Run<?, ?> run, StepContext step) {
        return Optional.empty();
    }
}
