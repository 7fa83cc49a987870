package io.jenkins.plugins.slacknotify.event.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.Set;

/**
 * The facts that were found out about a build beyond its outcome. A part is null where nothing is known of it, as for a build
 * without tests; messages leave out what is not known. Made by {@link #builder()}.
 *
 * @param tests what its tests say
 * @param failedStage where a pipeline failed
 * @param usualDuration how long such a build takes, as Jenkins estimates it from earlier builds
 * @param branch the part of the source that it built
 * @param badSeries the failure streak that it continues or, being good again, ends
 * @param causes what started it; possibly empty, never null
 * @param rerunOf the earlier build that it runs again
 * @param pages the pages on which people choose to look at it; null where they have no choice
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

    /** Findings of which nothing is known. */
    public static final Findings NONE = builder().build();

    /** The canonical constructor, for {@link Builder} and for the reader of stored events. Others use {@link #builder()}. */
    public Findings {
        // A stored event of an earlier version has no causes.
        causes = causes == null ? Set.of() : Set.copyOf(causes);
    }

    /** Returns a builder of findings of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts with these findings. */
    public Builder toBuilder() {
        return new Builder()
                .tests(tests)
                .failedStage(failedStage)
                .usualDuration(usualDuration)
                .branch(branch)
                .failureStreak(badSeries)
                .causes(causes)
                .rerunOf(rerunOf)
                .pages(pages)
                .downstream(downstream);
    }

    /** Builds {@link Findings}. Not safe for use by several threads. */
    public static final class Builder {
        @CheckForNull
        private TestResultSummary tests;

        @CheckForNull
        private FailedStage failedStage;

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

        private Builder() {}

        /** Sets what the build's tests say. Default: null, nothing known. */
        public Builder tests(@CheckForNull TestResultSummary newTests) {
            tests = newTests;
            return this;
        }

        /** Sets where a pipeline failed. Default: null, nothing known. */
        public Builder failedStage(@CheckForNull FailedStage newFailedStage) {
            failedStage = newFailedStage;
            return this;
        }

        /** Sets how long such a build takes. Default: null, nothing known. */
        public Builder usualDuration(@CheckForNull Duration newUsualDuration) {
            usualDuration = newUsualDuration;
            return this;
        }

        /** Sets the part of the source that was built. Default: null, for a job that is not for one branch. */
        public Builder branch(@CheckForNull Branch newBranch) {
            branch = newBranch;
            return this;
        }

        /** Sets the failure streak that the build continues or ends. Default: null, no streak. */
        public Builder failureStreak(@CheckForNull FailureStreak newFailureStreak) {
            failureStreak = newFailureStreak;
            return this;
        }

        /** Sets what started the build. Default: the empty set, nothing known. */
        public Builder causes(Set<CauseKind> newCauses) {
            causes = newCauses;
            return this;
        }

        /** Sets the earlier build that this one runs again. Default: null, none. */
        public Builder rerunOf(@CheckForNull BuildKey original) {
            rerunOf = original;
            return this;
        }

        /** Sets the pages on which people choose to look at the build. Default: null, no choice. */
        public Builder pages(@CheckForNull BuildPages newPages) {
            pages = newPages;
            return this;
        }

        /** Sets the builds that the build has started. Default: null, nothing known. */
        public Builder downstream(@CheckForNull DownstreamBuilds newDownstream) {
            downstream = newDownstream;
            return this;
        }

        public Findings build() {
            return new Findings(
                    tests, failedStage, usualDuration, branch, failureStreak, causes, rerunOf, pages, downstream);
        }
    }
}
