package io.jenkins.plugins.slacknotify.event.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The facts that were found out about a build beyond its outcome. A part is null where nothing is known of it, as for a build
 * without tests; messages leave out what is not known. Made by {@link #builder()}.
 *
 * @param tests what its tests say
 * @param failedStages the stages of a pipeline that did not end well, the first that failed first; at most {@value #STAGES_KEPT},
 *     possibly empty, never null. A good build has some where a failure did not count
 * @param moreFailedStages how many there are besides
 * @param usualDuration how long such a build takes, as Jenkins estimates it from earlier builds
 * @param branch the part of the source that it built
 * @param failureStreak the failure streak that it continues or, being good again, ends
 * @param causes what started it; possibly empty, never null
 * @param rerunOf the earlier build that it runs again
 * @param pages the pages on which people choose to look at it; null where they have no choice
 * @param downstream the builds that it has started
 * @param interruption why it was stopped before its end; null where it was not, or nobody knows
 * @param description what its author or somebody else wrote about it, as plain text
 * @param viewpoint the branch of a parallel step, or the cell of a matrix, for which alone its outcome and its failed stages
 *     speak; null where they speak for the whole build
 * @param promotion which promotion of a build it is; null for a build of its own
 * @param claimedBy the name of the person who looks after the bad build, or has looked after the bad builds that it ends; null
 *     for nobody
 * @param reruns how it can be run again besides as it was; never null
 * @param progress how far it is, where its message follows it while it runs; null for a message that does not
 * @param flakyTests the tests that failed in the build which this one runs again, and pass though nothing was changed; at most
 *     {@value #FLAKY_KEPT}, possibly empty, never null
 */
public record Findings(
        @CheckForNull TestResultSummary tests,
        List<FailedStage> failedStages,
        int moreFailedStages,
        @CheckForNull Duration usualDuration,
        @CheckForNull Branch branch,
        @CheckForNull FailureStreak failureStreak,
        Set<CauseKind> causes,
        @CheckForNull BuildKey rerunOf,
        @CheckForNull BuildPages pages,
        @CheckForNull DownstreamBuilds downstream,
        @CheckForNull Interruption interruption,
        @CheckForNull String description,
        @CheckForNull String viewpoint,
        @CheckForNull Promotion promotion,
        @CheckForNull String claimedBy,
        RerunOptions reruns,
        @CheckForNull LiveProgress progress,

        List<String> flakyTests) {
    public static final int STAGES_KEPT = 10;
    public static final int FLAKY_KEPT = 20;
    public static final int MAX_DESCRIPTION = 1_000;
    public static final int MAX_VIEWPOINT = 300;
    private static final int MAX_CLAIMER = 100;
    private static final int MAX_NAME = 300;

    /** Findings of which nothing is known. */
    public static final Findings NONE = builder().build();

    /** The canonical constructor, for {@link Builder} and for the reader of stored events. Others use {@link #builder()}. */
    public Findings {
        // A stored event of an earlier version has no causes.
        causes = causes == null ? Set.of() : Set.copyOf(causes);
        moreFailedStages += Math.max(0, failedStages.size() - STAGES_KEPT);
        failedStages = List.copyOf(failedStages.subList(0, Math.min(STAGES_KEPT, failedStages.size())));
        description = Excerpt.truncateNullable(description, MAX_DESCRIPTION);
        viewpoint = Excerpt.truncateNullable(viewpoint, MAX_VIEWPOINT);
        claimedBy = Excerpt.truncateNullable(claimedBy, MAX_CLAIMER);
        flakyTests = Excerpt.first(flakyTests, FLAKY_KEPT, MAX_NAME);
        reruns = reruns == null ? RerunOptions.NONE : reruns;
    }

    /** Returns the stage that failed first; null where none did. */
    @CheckForNull
    public FailedStage failedStage() {
        return failedStages.isEmpty() ? null : failedStages.get(0);
    }

    public static Builder builder() {
        return new Builder();
    }

    public Builder toBuilder() {
        return new Builder()
                .tests(tests)
                .failedStages(failedStages)
                .moreFailedStages(moreFailedStages)
                .usualDuration(usualDuration)
                .branch(branch)
                .failureStreak(failureStreak)
                .causes(causes)
                .rerunOf(rerunOf)
                .pages(pages)
                .downstream(downstream)
                .interruption(interruption)
                .description(description)
                .viewpoint(viewpoint)
                .promotion(promotion)
                .claimedBy(claimedBy)
                .reruns(reruns)
                .progress(progress)
                .flakyTests(flakyTests);
    }

    /** Builds {@link Findings}; by default, nothing is known. Not safe for use by several threads. */
    public static final class Builder {
        @CheckForNull
        private TestResultSummary tests;

        private List<FailedStage> failedStages = List.of();
        private int moreFailedStages;

        @CheckForNull
        private Duration usualDuration;

        @CheckForNull
        private Branch branch;

        @CheckForNull
        private FailureStreak failureStreak;

        private Set<CauseKind> causes = Set.of();

        @CheckForNull
        private BuildKey rerunOf;

        @CheckForNull
        private BuildPages pages;

        @CheckForNull
        private DownstreamBuilds downstream;

        @CheckForNull
        private Interruption interruption;

        @CheckForNull
        private String description;

        @CheckForNull
        private String viewpoint;

        @CheckForNull
        private Promotion promotion;

        @CheckForNull
        private String claimedBy;

        private List<String> flakyTests = List.of();
        private RerunOptions reruns = RerunOptions.NONE;

        @CheckForNull
        private LiveProgress progress;

        private Builder() {}

        public Builder tests(@CheckForNull TestResultSummary newTests) {
            tests = newTests;
            return this;
        }

        public Builder failedStage(@CheckForNull FailedStage newFailedStage) {
            return failedStages(newFailedStage == null ? List.of() : List.of(newFailedStage));
        }

        public Builder failedStages(List<FailedStage> newFailedStages) {
            failedStages = newFailedStages;
            return this;
        }

        public Builder moreFailedStages(int count) {
            moreFailedStages = count;
            return this;
        }

        public Builder usualDuration(@CheckForNull Duration newUsualDuration) {
            usualDuration = newUsualDuration;
            return this;
        }

        public Builder branch(@CheckForNull Branch newBranch) {
            branch = newBranch;
            return this;
        }

        public Builder failureStreak(@CheckForNull FailureStreak newFailureStreak) {
            failureStreak = newFailureStreak;
            return this;
        }

        public Builder causes(Set<CauseKind> newCauses) {
            causes = newCauses;
            return this;
        }

        public Builder rerunOf(@CheckForNull BuildKey original) {
            rerunOf = original;
            return this;
        }

        public Builder pages(@CheckForNull BuildPages newPages) {
            pages = newPages;
            return this;
        }

        public Builder downstream(@CheckForNull DownstreamBuilds newDownstream) {
            downstream = newDownstream;
            return this;
        }

        public Builder interruption(@CheckForNull Interruption newInterruption) {
            interruption = newInterruption;
            return this;
        }

        public Builder description(@CheckForNull String newDescription) {
            description = newDescription;
            return this;
        }

        public Builder viewpoint(@CheckForNull String branch) {
            viewpoint = branch;
            return this;
        }

        public Builder promotion(@CheckForNull Promotion newPromotion) {
            promotion = newPromotion;
            return this;
        }

        public Builder claimedBy(@CheckForNull String newClaimedBy) {
            claimedBy = newClaimedBy;
            return this;
        }

        public Builder flakyTests(List<String> newFlakyTests) {
            flakyTests = newFlakyTests;
            return this;
        }

        public Builder reruns(RerunOptions newReruns) {
            reruns = newReruns;
            return this;
        }

        public Builder progress(@CheckForNull LiveProgress newProgress) {
            progress = newProgress;
            return this;
        }

        public Findings build() {
            return new Findings(
                    tests,
                    failedStages,
                    moreFailedStages,
                    usualDuration,
                    branch,
                    failureStreak,
                    causes,
                    rerunOf,
                    pages,
                    downstream,
                    interruption,
                    description,
                    viewpoint,
                    promotion,
                    claimedBy,
                    reruns,
                    progress,
                    flakyTests);
        }
    }
}
