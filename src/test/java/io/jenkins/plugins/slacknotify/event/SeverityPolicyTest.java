package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(SeverityPolicy.defaults().rate(outcome, trend)).isEqualTo(severity);
    }

    @Test
    void shouldRateByTheRowOfTheTrendBeforeTheRowOfTheOutcome() {
        SeverityPolicy policy = SeverityPolicy.withOverrides(
                Map.of(EventKind.REGRESSED, Severity.CRITICAL, EventKind.STILL_FAILING, Severity.INFO));

        assertThat(policy.rate(Outcome.FAILURE, Trend.REGRESSED)).isEqualTo(Severity.CRITICAL);
        assertThat(policy.rate(Outcome.UNSTABLE, Trend.FIRST)).isEqualTo(Severity.CRITICAL);
        assertThat(policy.rate(Outcome.FAILURE, Trend.STILL_FAILING)).isEqualTo(Severity.INFO);
        assertThat(policy.rate(Outcome.FAILURE, Trend.SAME)).isEqualTo(Severity.ERROR);
    }

    @Test
    void shouldKeepTheRowsThatNobodyChanged() {
        SeverityPolicy policy = SeverityPolicy.withOverrides(Map.of(EventKind.ABORTED, Severity.WARNING));

        assertThat(policy.rate(Outcome.ABORTED, Trend.SAME)).isEqualTo(Severity.WARNING);
        assertThat(policy.rate(Outcome.SUCCESS, Trend.FIXED)).isEqualTo(Severity.NOTICE);
    }

    @Test
    void shouldNotChangeWithTheMapThatItWasMadeOf() {
        Map<EventKind, Severity> overrides = new EnumMap<>(EventKind.class);
        SeverityPolicy policy = SeverityPolicy.withOverrides(overrides);

        overrides.put(EventKind.SUCCESS, Severity.CRITICAL);

        assertThat(policy.rate(Outcome.SUCCESS, Trend.SAME)).isEqualTo(Severity.INFO);
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
    @EnumSource
    void shouldTellTheDefaultOfEveryRowButOfThoseThatFollowTheOutcome(EventKind kind) {
        boolean followsTheOutcome = kind == EventKind.REGRESSED || kind == EventKind.STILL_FAILING;

        assertThat(SeverityPolicy.defaultFor(kind) == null).isEqualTo(followsTheOutcome);
    }
}
