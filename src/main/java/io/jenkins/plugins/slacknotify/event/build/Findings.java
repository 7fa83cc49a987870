package io.jenkins.plugins.slacknotify.event.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was found out about a build beyond its outcome. Each part is null where nothing is known of it, as for a build
 * without tests; a part that is not known is left unsaid.
 *
 * @param tests what its tests say
 * @param failedStage where a pipeline failed
 * @param usualDuration how long such a build takes, as Jenkins estimates it from those before
 * @param branch what of the source it built
 * @param badSeries the bad builds in a row that it goes on with or, being good again, ends
 * @param causes what set it off; possibly empty, never null
 * @param rerunOf the earlier build that it runs again
 * @param pages where people choose to look at it; null where they have no choice
 * @param downstream the builds that it has started
 */
public record Findings(
        @CheckForNull TestResultSummary tests,
        @CheckForNull FailedStage failedStage,
        @CheckForNull Duration usualDuration,
        @CheckForNull Branch branch,
        @CheckForNull FailureStreak badSeries,
        Set<CauseKind> causes,
        @CheckForNull BuildKey rerunOf,
        @CheckForNull BuildPages pages,
        @CheckForNull DownstreamBuilds downstream) {

    /** Nothing was found out. */
    public static final Findings NONE = new Findings(null, null, null, null, null, Set.of(), null, null, null);

    public Findings {
        // A file of a version that knew none has none.
        causes = causes == null ? Set.of() : Set.copyOf(causes);
    }

    public Findings with(TestResultSummary newTests) {
        return changed(draught -> draught.tests = newTests);
    }

    public Findings with(FailedStage newFailedStage) {
        return changed(draught -> draught.failedStage = newFailedStage);
    }

    public Findings with(Duration newUsualDuration) {
        return changed(draught -> draught.usualDuration = newUsualDuration);
    }

    public Findings with(Branch newBranch) {
        return changed(draught -> draught.branch = newBranch);
    }

    public Findings with(FailureStreak newBadSeries) {
        return changed(draught -> draught.badSeries = newBadSeries);
    }

    public Findings with(Set<CauseKind> newCauses) {
        return changed(draught -> draught.causes = newCauses);
    }

    /** @param original the earlier build that it runs again */
    public Findings with(BuildKey original) {
        return changed(draught -> draught.rerunOf = original);
    }

    public Findings with(BuildPages newPages) {
        return changed(draught -> draught.pages = newPages);
    }

    public Findings with(DownstreamBuilds newDownstream) {
        return changed(draught -> draught.downstream = newDownstream);
    }

    private Findings changed(Consumer<Draught> change) {
        Draught draught = new Draught(this);
        change.accept(draught);
        return draught.finished();
    }

    /** What is being put together. */
    private static final class Draught {
        private TestResultSummary tests;
        private FailedStage failedStage;
        private Duration usualDuration;
        private Branch branch;
        private FailureStreak badSeries;
        private Set<CauseKind> causes;
        private BuildKey rerunOf;
        private BuildPages pages;
        private DownstreamBuilds downstream;

        Draught(Findings first) {
            tests = first.tests;
            failedStage = first.failedStage;
            usualDuration = first.usualDuration;
            branch = first.branch;
            badSeries = first.badSeries;
            causes = first.causes;
            rerunOf = first.rerunOf;
            pages = first.pages;
            downstream = first.downstream;
        }

        Findings finished() {
            return new Findings(
                    tests, failedStage, usualDuration, branch, badSeries, causes, rerunOf, pages, downstream);
        }
    }
}
