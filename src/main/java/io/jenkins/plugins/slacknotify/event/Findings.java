package io.jenkins.plugins.slacknotify.event;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.Set;

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
 */
public record Findings(
        @CheckForNull TestFigures tests,
        @CheckForNull FailedStage failedStage,
        @CheckForNull Duration usualDuration,
        @CheckForNull Branch branch,
        @CheckForNull BadSeries badSeries,
        Set<CauseKind> causes,
        @CheckForNull EventKey rerunOf,
        @CheckForNull BuildPages pages) {

    /** Nothing was found out. */
    public static final Findings NONE = new Findings(null, null, null, null, null, Set.of(), null, null);

    public Findings {
        // A file of a version that knew none has none.
        causes = causes == null ? Set.of() : Set.copyOf(causes);
    }

    public Findings with(TestFigures newTests) {
        return new Findings(newTests, failedStage, usualDuration, branch, badSeries, causes, rerunOf, pages);
    }

    public Findings with(FailedStage newFailedStage) {
        return new Findings(tests, newFailedStage, usualDuration, branch, badSeries, causes, rerunOf, pages);
    }

    public Findings with(Duration newUsualDuration) {
        return new Findings(tests, failedStage, newUsualDuration, branch, badSeries, causes, rerunOf, pages);
    }

    public Findings with(Branch newBranch) {
        return new Findings(tests, failedStage, usualDuration, newBranch, badSeries, causes, rerunOf, pages);
    }

    public Findings with(BadSeries newBadSeries) {
        return new Findings(tests, failedStage, usualDuration, branch, newBadSeries, causes, rerunOf, pages);
    }

    public Findings with(Set<CauseKind> newCauses) {
        return new Findings(tests, failedStage, usualDuration, branch, badSeries, newCauses, rerunOf, pages);
    }

    /** @param original the earlier build that it runs again */
    public Findings with(EventKey original) {
        return new Findings(tests, failedStage, usualDuration, branch, badSeries, causes, original, pages);
    }

    public Findings with(BuildPages newPages) {
        return new Findings(tests, failedStage, usualDuration, branch, badSeries, causes, rerunOf, newPages);
    }
}
