package io.jenkins.plugins.slacknotify.routing;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.BranchKind;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final Branch MAIN = new Branch("main", "shop", true, null);
    private static final Branch FEATURE = new Branch("feature/cart", "shop", false, null);
    private static final Branch PULL_REQUEST =
            new Branch("PR-17", "shop", false, new Branch.PullRequest("17", null, null));

    @Test
    void shouldFitEveryBuildWhereNothingIsAsked() {
        assertThat(Condition.ALWAYS.findMismatch(on(null), Severity.INFO)).isEmpty();
        assertThat(Condition.ALWAYS.findMismatch(on(MAIN), Severity.CRITICAL)).isEmpty();
    }

    @Test
    void shouldSayWhichPartDoesNotFit() {
        assertThat(jobs("other/**").findMismatch(on(null), Severity.INFO)).contains(Mismatch.JOB);
        assertThat(Condition.ofEvents(Set.of(EventKind.FIXED)).findMismatch(on(null), Severity.INFO))
                .contains(Mismatch.EVENT);
        assertThat(from(Severity.ERROR).findMismatch(on(null), Severity.WARNING))
                .contains(Mismatch.SEVERITY);
        assertThat(branches("main").findMismatch(on(FEATURE), Severity.INFO)).contains(Mismatch.BRANCH);
        assertThat(causes(CauseKind.TIMER).findMismatch(on(null), Severity.INFO))
                .contains(Mismatch.CAUSE);
    }

    /** A promotion is a run of a job that nobody knows by its name; rules are for the job whose builds it promotes. */
    @ParameterizedTest
    @CsvSource({"shop/checkout, true", "shop/**, true", "shop/checkout/**, false", "**/deploy, false"})
    void shouldFitAPromotionByTheJobOfTheBuild(String pattern, boolean fits) {
        BuildEvent promoted = aBuild().of("shop/checkout/promotion/deploy")
                .finding(Findings.builder()
                        .promotion(new Promotion("shop/checkout", "deploy"))
                        .build())
                .build();

        assertThat(jobs(pattern).findMismatch(promoted, Severity.INFO).isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void shouldFitABuildThatRunsOnlyWhereThatIsAskedByName() {
        BuildEvent started = on(null).withMilestone(Milestone.STARTED);
        Condition starts = Condition.ofEvents(Set.of(EventKind.STARTED));

        assertThat(Condition.ALWAYS.findMismatch(started, Severity.CRITICAL)).contains(Mismatch.EVENT);
        assertThat(starts.findMismatch(started, Severity.INFO)).isEmpty();
        assertThat(starts.findMismatch(on(null), Severity.INFO)).contains(Mismatch.EVENT);
        assertThat(Condition.ALWAYS.covers(starts)).isFalse();
        assertThat(Condition.ALWAYS.covers(Condition.ofEvents(Set.of(EventKind.FIXED))))
                .isTrue();
    }

    @Test
    void shouldTellBranchesApart() {
        assertThat(kinds(BranchKind.PRIMARY).findMismatch(on(MAIN), Severity.INFO))
                .isEmpty();
        assertThat(kinds(BranchKind.PRIMARY).findMismatch(on(FEATURE), Severity.INFO))
                .contains(Mismatch.BRANCH);
        assertThat(kinds(BranchKind.PULL_REQUEST).findMismatch(on(PULL_REQUEST), Severity.INFO))
                .isEmpty();
        assertThat(kinds(BranchKind.OTHER).findMismatch(on(PULL_REQUEST), Severity.INFO))
                .contains(Mismatch.BRANCH);
        assertThat(branches("main", "feature/*").findMismatch(on(FEATURE), Severity.INFO))
                .isEmpty();
    }

    @Test
    void shouldNotFitABuildOfNoBranchWhereOneIsAsked() {
        assertThat(branches("**").findMismatch(on(null), Severity.INFO)).contains(Mismatch.BRANCH);
        assertThat(kinds(BranchKind.OTHER).findMismatch(on(null), Severity.INFO))
                .contains(Mismatch.BRANCH);
    }

    @Test
    void shouldFitWhereOneOfSeveralCausesIsAmongThoseAskedFor() {
        BuildEvent event = aBuild().finding(Findings.builder()
                        .causes(Set.of(CauseKind.SCM, CauseKind.TIMER))
                        .build())
                .build();

        assertThat(causes(CauseKind.TIMER, CauseKind.USER).findMismatch(event, Severity.INFO))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # covers                   | and not
            **                         | shop/*
            shop/*                     | **
            """)
    void shouldCoverWhatSurelyFits(String one, String other) {
        boolean wide = one.equals("**");
        assertThat(jobs(one).covers(jobs(other))).isEqualTo(wide);
    }

    @Test
    void shouldCoverNoMoreThanItFits() {
        assertThat(Condition.ALWAYS.covers(branches("main"))).isTrue();
        assertThat(branches("**").covers(Condition.ALWAYS))
                .as("a job of no branch fits only the other")
                .isFalse();
        assertThat(from(Severity.ERROR).covers(from(Severity.INFO))).isFalse();
        assertThat(Condition.ofEvents(Set.of(EventKind.FAILURE, EventKind.FIXED))
                        .covers(Condition.ofEvents(Set.of(EventKind.FIXED))))
                .isTrue();
        assertThat(jobs("shop/*", "!shop/old").covers(jobs("shop/*"))).isFalse();
        assertThat(jobs("shop/*", "web/*").covers(jobs("web/*", "!web/old"))).isTrue();
    }

    private static BuildEvent on(Branch branch) {
        return aBuild().of("shop/checkout")
                .that(Outcome.FAILURE, Trend.REGRESSED)
                .finding(
                        branch == null
                                ? Findings.NONE
                                : Findings.builder().branch(branch).build())
                .build();
    }

    private static Condition jobs(String... patterns) {
        return new Condition(
                NamePatterns.of(List.of(patterns)), NamePatterns.ANY, Set.of(), Set.of(), Severity.INFO, Set.of());
    }

    private static Condition branches(String... patterns) {
        return new Condition(
                NamePatterns.ANY, NamePatterns.of(List.of(patterns)), Set.of(), Set.of(), Severity.INFO, Set.of());
    }

    private static Condition kinds(BranchKind... kinds) {
        return new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(kinds), Set.of(), Severity.INFO, Set.of());
    }

    private static Condition from(Severity severity) {
        return new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(), Set.of(), severity, Set.of());
    }

    private static Condition causes(CauseKind... causes) {
        return new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(), Set.of(), Severity.INFO, Set.of(causes));
    }
}
