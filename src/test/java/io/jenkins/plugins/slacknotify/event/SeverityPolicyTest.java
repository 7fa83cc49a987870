package io.jenkins.plugins.slacknotify.event;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeverityPolicyTest {
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "SUCCESS,   SAME,          INFO",
        "SUCCESS,   FIRST,         INFO",
        "SUCCESS,   FIXED,         NOTICE",
        "UNSTABLE,  FIRST,         WARNING",
        "UNSTABLE,  REGRESSED,     WARNING",
        "UNSTABLE,  STILL_FAILING, WARNING",
        "FAILURE,   FIRST,         ERROR",
        "FAILURE,   REGRESSED,     ERROR",
        "FAILURE,   STILL_FAILING, ERROR",
        "FAILURE,   SAME,          ERROR",
        "ABORTED,   SAME,          NOTICE",
        "NOT_BUILT, SAME,          NOTICE",
    })
    void shouldRateByTheDefaultTable(Outcome outcome, Trend trend, Severity severity) {
        assertThat(SeverityPolicy.defaults().rate(aBuild().that(outcome, trend).build()))
                .isEqualTo(severity);
    }

    @Test
    void shouldRateByTheRowOfTheTrendBeforeTheRowOfTheOutcome() {
        SeverityPolicy policy = SeverityPolicy.withOverrides(
                Map.of(EventKind.REGRESSED, Severity.CRITICAL, EventKind.STILL_FAILING, Severity.INFO));

        assertThat(policy.rate(aBuild().that(Outcome.FAILURE, Trend.REGRESSED).build()))
                .isEqualTo(Severity.CRITICAL);
        assertThat(policy.rate(aBuild().that(Outcome.UNSTABLE, Trend.FIRST).build()))
                .isEqualTo(Severity.CRITICAL);
        assertThat(policy.rate(
                        aBuild().that(Outcome.FAILURE, Trend.STILL_FAILING).build()))
                .isEqualTo(Severity.INFO);
        assertThat(policy.rate(aBuild().that(Outcome.FAILURE, Trend.SAME).build()))
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void shouldKeepTheRowsThatNobodyChanged() {
        SeverityPolicy policy = SeverityPolicy.withOverrides(Map.of(EventKind.ABORTED, Severity.WARNING));

        assertThat(policy.rate(aBuild().that(Outcome.ABORTED, Trend.SAME).build()))
                .isEqualTo(Severity.WARNING);
        assertThat(policy.rate(aBuild().that(Outcome.SUCCESS, Trend.FIXED).build()))
                .isEqualTo(Severity.NOTICE);
    }

    @Test
    void shouldNotChangeWithTheMapThatItWasMadeOf() {
        Map<EventKind, Severity> overrides = new EnumMap<>(EventKind.class);
        SeverityPolicy policy = SeverityPolicy.withOverrides(overrides);

        overrides.put(EventKind.SUCCESS, Severity.CRITICAL);

        assertThat(policy.rate(aBuild().that(Outcome.SUCCESS, Trend.SAME).build()))
                .isEqualTo(Severity.INFO);
    }

    @Test
    void shouldRateWhatHappensWhileABuildRunsByItsOwnRow() {
        SeverityPolicy policy = SeverityPolicy.withOverrides(Map.of(EventKind.RUNNING_LONG, Severity.CRITICAL));
        BuildEvent bad = BuildEvents.aFailure();

        assertThat(policy.rate(bad)).isEqualTo(Severity.ERROR);
        assertThat(policy.rate(bad.withMilestone(Milestone.RUNNING_LONG))).isEqualTo(Severity.CRITICAL);
        assertThat(policy.rate(bad.withMilestone(Milestone.STARTED))).isEqualTo(Severity.INFO);
        assertThat(policy.rate(bad.withMilestone(Milestone.waitingFor(new InputQuestion("3", null, null)))))
                .isEqualTo(Severity.NOTICE);
    }

    @ParameterizedTest
    @CsvSource({
        "ABORTED,   AGENT_LOST, WARNING",
        "ABORTED,   TIMED_OUT,  WARNING",
        "ABORTED,   RESTART,    WARNING",
        "ABORTED,   PERSON,     NOTICE",
        "NOT_BUILT, SUPERSEDED, NOTICE",
        "FAILURE,   AGENT_LOST, ERROR",
    })
    void shouldRateWhatStoppedABuildThatHasNoVerdict(Outcome outcome, Interruption.Kind kind, Severity severity) {
        BuildEvent event = aBuild().that(outcome, Trend.SAME)
                .finding(Findings.builder()
                        .interruption(new Interruption(kind, null))
                        .build())
                .build();

        assertThat(SeverityPolicy.defaults().rate(event)).isEqualTo(severity);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheDefaultOfEveryRowButOfThoseThatFollowTheOutcome(EventKind kind) {
        boolean followsTheOutcome = kind == EventKind.REGRESSED || kind == EventKind.STILL_FAILING;

        assertThat(SeverityPolicy.defaultFor(kind) == null).isEqualTo(followsTheOutcome);
    }
}
