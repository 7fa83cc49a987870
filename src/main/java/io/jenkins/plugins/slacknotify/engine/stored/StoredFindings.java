package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.BuildPages;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuild;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import io.jenkins.plugins.slacknotify.event.build.RerunOptions;
import io.jenkins.plugins.slacknotify.event.build.TestFailure;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The stored form of {@link Findings}. */
record StoredFindings(
        @CheckForNull StoredTests tests,
        @CheckForNull StoredStage failedStage,
        @CheckForNull String usualDuration,
        @CheckForNull StoredBranch branch,
        @CheckForNull StoredStreak badSeries,
        @CheckForNull List<String> causes,
        @CheckForNull StoredBuildKey rerunOf,
        @CheckForNull StoredPages pages,
        @CheckForNull StoredDownstream downstream,
        @CheckForNull List<StoredStage> otherStages,
        @CheckForNull Integer moreStages,
        @CheckForNull StoredInterruption interruption,
        @CheckForNull String description,
        @CheckForNull String viewpoint,
        @CheckForNull StoredPromotion promotion,
        @CheckForNull String claimedBy,
        @CheckForNull Boolean rerunWithChanges,
        @CheckForNull String rerunFromStage,
        @CheckForNull List<StoredMark> progress,

        @CheckForNull List<String> flakyTests) {

    static StoredFindings of(Findings findings) {
        return new StoredFindings(
                map(findings.tests(), StoredTests::of),
                map(findings.failedStage(), StoredStage::of),
                StoredTime.of(findings.usualDuration()),
                map(findings.branch(), StoredBranch::of),
                map(findings.failureStreak(), StoredStreak::of),
                EnumNames.sorted(findings.causes()),
                StoredBuildKey.of(findings.rerunOf()),
                map(findings.pages(), StoredPages::of),
                map(findings.downstream(), StoredDownstream::of),
                nullIfEmpty(findings.failedStages().stream()
                        .skip(1)
                        .map(StoredStage::of)
                        .toList()),
                findings.moreFailedStages() == 0 ? null : findings.moreFailedStages(),
                map(findings.interruption(), StoredInterruption::of),
                findings.description(),
                findings.viewpoint(),
                map(findings.promotion(), StoredPromotion::of),
                findings.claimedBy(),
                findings.reruns().withChanges() ? true : null,
                findings.reruns().fromStage(),
                StoredMark.of(findings.progress()),
                nullIfEmpty(findings.flakyTests()));
    }

    static Findings toFindings(@CheckForNull StoredFindings stored) {
        return stored == null ? Findings.NONE : stored.toFindings();
    }

    private Findings toFindings() {
        return Findings.builder()
                .tests(map(tests, StoredTests::toTests))
                .failedStages(failedStages())
                .moreFailedStages(moreStages == null ? 0 : moreStages)
                .usualDuration(StoredTime.toDuration(usualDuration))
                .branch(map(branch, StoredBranch::toBranch))
                .failureStreak(map(badSeries, StoredStreak::toStreak))
                .causes(EnumNames.set(CauseKind.class, causes))
                .rerunOf(map(rerunOf, StoredBuildKey::toKey))
                .pages(map(pages, StoredPages::toPages))
                .downstream(map(downstream, StoredDownstream::toDownstream))
                .interruption(map(interruption, StoredInterruption::toInterruption))
                .description(description)
                .viewpoint(viewpoint)
                .promotion(map(promotion, StoredPromotion::toPromotion))
                .claimedBy(claimedBy)
                .flakyTests(StoredList.of(flakyTests))
                .reruns(new RerunOptions(rerunWithChanges != null && rerunWithChanges, rerunFromStage))
                .progress(StoredMark.toProgress(progress))
                .build();
    }

    @CheckForNull
    private static <T> List<T> nullIfEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    /** The first one has a component of its own, as in files of versions that knew no others. */
    private List<FailedStage> failedStages() {
        return Stream.concat(Stream.ofNullable(failedStage), StoredList.of(otherStages).stream())
                .map(StoredStage::toStage)
                .toList();
    }

    @CheckForNull
    private static <T, R> R map(@CheckForNull T value, Function<T, R> change) {
        return value == null ? null : change.apply(value);
    }

    /** The stored form of a {@link LiveProgress.Stage}. */
    record StoredMark(String name, @CheckForNull String state) {
        @CheckForNull
        static List<StoredMark> of(@CheckForNull LiveProgress progress) {
            return progress == null
                    ? null
                    : StoredList.map(
                            progress.stages(),
                            stage -> new StoredMark(stage.name(), stage.state().name()));
        }

        @CheckForNull
        static LiveProgress toProgress(@CheckForNull List<StoredMark> marks) {
            return marks == null
                    ? null
                    : new LiveProgress(marks.stream().map(StoredMark::toStage).toList());
        }

        private LiveProgress.Stage toStage() {
            LiveProgress.State known = EnumNames.lenient(LiveProgress.State.class, state);
            return new LiveProgress.Stage(name, known == null ? LiveProgress.State.DONE : known);
        }
    }

    /** The stored form of a {@link TestResultSummary}. */
    record StoredTests(
            int total,
            int failed,
            int skipped,
            int newlyFailed,
            @CheckForNull List<String> newlyFailing,
            @CheckForNull List<String> failing,
            @CheckForNull String reason,
            @CheckForNull List<StoredTestFailure> details) {
        static StoredTests of(TestResultSummary tests) {
            return new StoredTests(
                    tests.total(),
                    tests.failed(),
                    tests.skipped(),
                    tests.newlyFailed(),
                    tests.newlyFailing(),
                    tests.failing(),
                    tests.reason(),
                    nullIfEmpty(
                            tests.details().stream().map(StoredTestFailure::of).toList()));
        }

        TestResultSummary toTests() {
            return new TestResultSummary(
                    total,
                    failed,
                    skipped,
                    newlyFailed,
                    StoredList.of(newlyFailing),
                    StoredList.of(failing),
                    reason,
                    StoredList.map(details, StoredTestFailure::toFailure));
        }
    }

    /** The stored form of a {@link TestFailure}. */
    record StoredTestFailure(
            String name,
            @CheckForNull String reason,
            @CheckForNull Integer failed,
            @CheckForNull Integer builds,
            @CheckForNull Integer failedOnPrimary,
            @CheckForNull Integer buildsOfPrimary,
            @CheckForNull Boolean flaky) {
        static StoredTestFailure of(TestFailure failure) {
            TestFailure.Count here = failure.here();
            TestFailure.Count primary = failure.primary();
            return new StoredTestFailure(
                    failure.name(),
                    failure.reason(),
                    here == null ? null : here.failed(),
                    here == null ? null : here.builds(),
                    primary == null ? null : primary.failed(),
                    primary == null ? null : primary.builds(),
                    failure.flaky() ? true : null);
        }

        TestFailure toFailure() {
            return new TestFailure(
                    name,
                    reason,
                    count(failed, builds),
                    count(failedOnPrimary, buildsOfPrimary),
                    Boolean.TRUE.equals(flaky));
        }

        @CheckForNull
        private static TestFailure.Count count(@CheckForNull Integer failed, @CheckForNull Integer builds) {
            return failed == null || builds == null ? null : new TestFailure.Count(failed, builds);
        }
    }

    /** The stored form of a {@link FailedStage}. */
    record StoredStage(
            @CheckForNull String name,
            @CheckForNull String error,
            @CheckForNull List<String> log,
            @CheckForNull String outcome,
            @CheckForNull String reason) {
        static StoredStage of(FailedStage stage) {
            Outcome outcome = stage.outcome();
            return new StoredStage(
                    stage.name(),
                    stage.error(),
                    stage.log(),
                    outcome == Outcome.FAILURE ? null : outcome.name(),
                    stage.reason());
        }

        /** No outcome stands for a stage that failed; the first versions knew no others. */
        FailedStage toStage() {
            Outcome known = EnumNames.lenient(Outcome.class, outcome);
            return new FailedStage(name, known == null ? Outcome.FAILURE : known, error, StoredList.of(log), reason);
        }
    }

    /** The stored form of an {@link Interruption}. */
    record StoredInterruption(
            @CheckForNull String kind,
            @CheckForNull String detail,
            @CheckForNull String reason) {
        static StoredInterruption of(Interruption interruption) {
            return new StoredInterruption(interruption.kind().name(), interruption.detail(), interruption.reason());
        }

        /** A kind that only another version knows is {@link Interruption.Kind#OTHER}, without the words meant for that kind. */
        Interruption toInterruption() {
            Interruption.Kind known = EnumNames.lenient(Interruption.Kind.class, kind);
            return known == null
                    ? new Interruption(Interruption.Kind.OTHER, null)
                    : new Interruption(known, detail, reason);
        }
    }

    /** The stored form of a {@link Branch}. */
    record StoredBranch(
            String name,
            String project,
            boolean primary,
            @CheckForNull StoredPullRequest pullRequest) {
        static StoredBranch of(Branch branch) {
            return new StoredBranch(
                    branch.name(),
                    branch.project(),
                    branch.primary(),
                    map(branch.pullRequest(), StoredPullRequest::of));
        }

        Branch toBranch() {
            return new Branch(name, project, primary, map(pullRequest, StoredPullRequest::toPullRequest));
        }
    }

    /** The stored form of a {@link Branch.PullRequest}. */
    record StoredPullRequest(
            String id,
            @CheckForNull String title,
            @CheckForNull String url) {
        static StoredPullRequest of(Branch.PullRequest request) {
            return new StoredPullRequest(request.id(), request.title(), request.url());
        }

        Branch.PullRequest toPullRequest() {
            return new Branch.PullRequest(id, title, url);
        }
    }

    /** The stored form of a {@link FailureStreak}. */
    record StoredStreak(
            int firstBuild,
            @CheckForNull String startedAt,
            String since,
            int builds,
            boolean mayBeOlder,
            @CheckForNull String formerJob) {
        static StoredStreak of(FailureStreak streak) {
            return new StoredStreak(
                    streak.firstBuild(),
                    StoredTime.of(streak.startedAt()),
                    StoredTime.of(streak.since()),
                    streak.builds(),
                    streak.mayBeOlder(),
                    streak.formerJob());
        }

        FailureStreak toStreak() {
            Instant end = StoredNotification.required(StoredTime.toInstant(since), "since");
            // An earlier version wrote none. The streak is then not traced to its first message.
            Instant start = Objects.requireNonNullElse(StoredTime.toInstant(startedAt), end);
            return new FailureStreak(firstBuild, start, end, builds, mayBeOlder, formerJob);
        }
    }

    /** The stored form of a {@link Promotion}. */
    record StoredPromotion(String job, String process) {
        static StoredPromotion of(Promotion promotion) {
            return new StoredPromotion(promotion.job(), promotion.process());
        }

        Promotion toPromotion() {
            return new Promotion(job, process);
        }
    }

    /** The stored form of {@link BuildPages}. */
    record StoredPages(
            @CheckForNull String build,
            @CheckForNull String tests,
            @CheckForNull String changes) {
        static StoredPages of(BuildPages pages) {
            return new StoredPages(pages.build(), pages.tests(), pages.changes());
        }

        BuildPages toPages() {
            return new BuildPages(build, tests, changes);
        }
    }

    /** The stored form of {@link DownstreamBuilds}. */
    record StoredDownstream(int all, @CheckForNull List<StoredDownstreamBuild> latest) {
        static StoredDownstream of(DownstreamBuilds builds) {
            return new StoredDownstream(builds.all(), StoredList.map(builds.latest(), StoredDownstreamBuild::of));
        }

        DownstreamBuilds toDownstream() {
            return new DownstreamBuilds(all, StoredList.map(latest, StoredDownstreamBuild::toBuild));
        }
    }

    /** The stored form of a {@link DownstreamBuild}. */
    record StoredDownstreamBuild(
            String name,
            @CheckForNull String url,
            @CheckForNull String outcome) {
        static StoredDownstreamBuild of(DownstreamBuild build) {
            return new StoredDownstreamBuild(build.name(), build.url(), EnumNames.nullable(build.outcome()));
        }

        DownstreamBuild toBuild() {
            return new DownstreamBuild(name, url, EnumNames.lenient(Outcome.class, outcome));
        }
    }
}
