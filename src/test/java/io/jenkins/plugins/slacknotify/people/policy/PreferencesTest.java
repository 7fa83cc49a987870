package io.jenkins.plugins.slacknotify.people.policy;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Set<Involvement> REQUESTER = Set.of(Involvement.REQUESTER);
    private static final Set<Involvement> COMMITTER = Set.of(Involvement.COMMITTER);
    private static final BuildEvent GOOD = aBuild().build();

    @ParameterizedTest
    @EnumSource(
            value = Involvement.class,
            names = {"COMMITTER", "CULPRIT", "BREAKER"})
    void shouldTellTheChosenKindsToWhoeverChangedSomething(Involvement involvement) {
        assertThat(wants(Preferences.STANDARD, aFailure(), Set.of(involvement))).isTrue();
        assertThat(wants(Preferences.STANDARD, GOOD, Set.of(involvement))).isFalse();
    }

    @Test
    void shouldTellByStandardWhenItIsGoodAgain() {
        BuildEvent isFixed = aBuild().that(Outcome.SUCCESS, Trend.FIXED).build();

        assertThat(wants(Preferences.STANDARD, isFixed, Set.of(Involvement.BREAKER)))
                .isTrue();
    }

    @Test
    void shouldTellByStandardWhoBreaksMoreTestsOfAJobThatFailsAlready() {
        BuildEvent stillFails = aBuild().that(Outcome.FAILURE, Trend.STILL_FAILING)
                .finding(Findings.builder()
                        .tests(new TestResultSummary(9, 3, 0, 1, List.of("a"), List.of("a", "b", "c")))
                        .build())
                .build();

        assertThat(wants(Preferences.STANDARD, stillFails, Set.of(Involvement.BREAKER, Involvement.COMMITTER)))
                .isTrue();
        assertThat(wants(Preferences.STANDARD, stillFails, Set.of(Involvement.BREAKER, Involvement.CULPRIT)))
                .as("who broke it earlier")
                .isFalse();
        assertThat(wants(Preferences.STANDARD, stillFails, COMMITTER)).isFalse();
    }

    @Test
    void shouldNotTellByStandardWhoChangesAJobThatFailsAlreadyAndBreaksNothing() {
        BuildEvent stillFails = aBuild().that(Outcome.FAILURE, Trend.STILL_FAILING)
                .finding(Findings.builder()
                        .tests(new TestResultSummary(9, 3, 0, 0, List.of(), List.of("a", "b", "c")))
                        .build())
                .build();

        assertThat(wants(Preferences.STANDARD, stillFails, Set.of(Involvement.BREAKER, Involvement.COMMITTER)))
                .isFalse();
    }

    @Test
    void shouldTellWhoStartedItOnlyIfTheyWantThat() {
        assertThat(wants(Preferences.STANDARD, aFailure(), REQUESTER)).isFalse();
        assertThat(wants(startedByMe(), GOOD, REQUESTER)).isTrue();
        assertThat(wants(startedByMe(), GOOD, COMMITTER)).isFalse();
    }

    @Test
    void shouldNotTellWhoStartedItBeforeItHasCompleted() {
        assertThat(wants(startedByMe(), aBuild().running().build(), REQUESTER)).isFalse();
    }

    @Test
    void shouldTellARequesterWhoIsACommitterIfEitherSaysSo() {
        Set<Involvement> both = Set.of(Involvement.REQUESTER, Involvement.COMMITTER);

        assertThat(wants(startedByMe(), GOOD, both)).isTrue();
        assertThat(wants(Preferences.STANDARD, aFailure(), both)).isTrue();
        assertThat(wants(Preferences.STANDARD, GOOD, both)).isFalse();
    }

    @Test
    void shouldTellNothingToWhoeverHasNothingToDoWithIt() {
        assertThat(wants(startedByMe(), aFailure(), Set.of())).isFalse();
    }

    @Test
    void shouldTellNothingLessSevereThanTheMinimum() {
        Preferences fromError = new Preferences(Set.of(EventKind.FAILURE), true, Severity.ERROR, List.of(), null);

        assertThat(fromError.findObjection(aFailure(), Severity.WARNING, COMMITTER, NOW))
                .isPresent();
        assertThat(fromError.findObjection(GOOD, Severity.WARNING, REQUESTER, NOW))
                .isPresent();
        assertThat(fromError.findObjection(aFailure(), Severity.ERROR, COMMITTER, NOW))
                .isEmpty();
        assertThat(fromError.findObjection(aFailure(), Severity.CRITICAL, COMMITTER, NOW))
                .isEmpty();
    }

    @Test
    void shouldBeQuietUntilThePauseEnds() {
        Preferences paused = withPause(NOW);

        assertThat(wants(paused, aFailure(), COMMITTER)).isTrue();
        assertThat(paused.findObjection(aFailure(), Severity.ERROR, COMMITTER, NOW.minusMillis(1)))
                .isPresent();
        assertThat(paused.allowsJob("shop/checkout", NOW.minusMillis(1))).isFalse();
        assertThat(paused.allowsJob("shop/checkout", NOW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop/checkout", "SHOP/*", "**", "**/checkout"})
    void shouldBeQuietAboutQuietJobsWhoeverAsks(String pattern) {
        Preferences quiet = quietAbout(pattern);

        assertThat(wants(quiet, aFailure(), COMMITTER)).isFalse();
        assertThat(quiet.allowsJob("shop/checkout", NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "*", "shop/checkout/**", "checkout"})
    void shouldTellOfJobsThatAreNotQuiet(String pattern) {
        assertThat(wants(quietAbout(pattern), aFailure(), COMMITTER)).isTrue();
    }

    @Test
    void shouldHearWhatAJobAsksToTellWhateverTheKindsAndTheSeverity() {
        Preferences nothing = new Preferences(Set.of(), false, Severity.CRITICAL, List.of(), null);

        assertThat(nothing.allowsJob("shop/checkout", NOW)).isTrue();
    }

    private static boolean wants(Preferences preferences, BuildEvent event, Set<Involvement> involvements) {
        return preferences
                .findObjection(event, Severity.INFO, involvements, NOW)
                .isEmpty();
    }

    private static Preferences startedByMe() {
        return new Preferences(Set.of(), true, Severity.INFO, List.of(), null);
    }

    private static Preferences quietAbout(String pattern) {
        return new Preferences(Set.of(EventKind.REGRESSED), true, Severity.INFO, List.of("other", pattern), null);
    }

    private static Preferences withPause(Instant until) {
        return new Preferences(Set.of(EventKind.REGRESSED), true, Severity.INFO, List.of(), until);
    }

    @Test
    void shouldKeepEverythingElseWithMoreQuietJobs() {
        Preferences own = new Preferences(
                Set.of(EventKind.FAILURE), true, Severity.ERROR, List.of("a"), NOW, true, Locale.GERMAN, true);

        assertThat(own.withQuietJobs(List.of())).isSameAs(own);
        assertThat(own.withQuietJobs(List.of("b/**")))
                .isEqualTo(new Preferences(
                        Set.of(EventKind.FAILURE),
                        true,
                        Severity.ERROR,
                        List.of("a", "b/**"),
                        NOW,
                        true,
                        Locale.GERMAN,
                        true));
    }
}
