package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrendTest {
    @ParameterizedTest(name = "{1} after {0} is {2}")
    @CsvSource({
        "SUCCESS,  SUCCESS,  SAME",
        "SUCCESS,  UNSTABLE, REGRESSED",
        "SUCCESS,  FAILURE,  REGRESSED",
        "UNSTABLE, SUCCESS,  FIXED",
        "UNSTABLE, UNSTABLE, STILL_FAILING",
        "UNSTABLE, FAILURE,  REGRESSED",
        "FAILURE,  SUCCESS,  FIXED",
        "FAILURE,  UNSTABLE, STILL_FAILING",
        "FAILURE,  FAILURE,  STILL_FAILING",
    })
    void shouldCompareWithTheVerdictBefore(Outcome before, Outcome now, Trend trend) {
        assertThat(Trend.of(now, new FakeHistory(before, false))).isEqualTo(trend);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCESS", "UNSTABLE", "FAILURE"})
    void shouldCallTheFirstVerdictFirst(Outcome outcome) {
        assertThat(Trend.of(outcome, new FakeHistory(null, false))).isEqualTo(Trend.FIRST);
    }

    @ParameterizedTest
    @EnumSource(names = {"ABORTED", "NOT_BUILT"})
    void shouldNotJudgeABuildThatCameToNoVerdict(Outcome outcome) {
        assertThat(Trend.of(outcome, new FakeHistory(null, false))).isEqualTo(Trend.SAME);
        assertThat(Trend.of(outcome, new FakeHistory(Outcome.FAILURE, false))).isEqualTo(Trend.SAME);
        assertThat(Trend.of(outcome, new FakeHistory(Outcome.SUCCESS, false))).isEqualTo(Trend.SAME);
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepQuietAboutABuildThatANewerOneHasOvertaken(Outcome outcome) {
        assertThat(Trend.of(outcome, new FakeHistory(Outcome.FAILURE, true))).isEqualTo(Trend.SAME);
        assertThat(Trend.of(outcome, new FakeHistory(null, true))).isEqualTo(Trend.SAME);
    }

    @Test
    void shouldPassOverAnAbortedBuildBetweenABadAndAGoodOne() {
        ConcurrentBuilds job = new ConcurrentBuilds(Outcome.FAILURE, Outcome.ABORTED, Outcome.SUCCESS);

        assertThat(job.completeAndAsk(1)).isEqualTo(Trend.FIRST);
        assertThat(job.completeAndAsk(2)).isEqualTo(Trend.SAME);
        assertThat(job.completeAndAsk(3)).isEqualTo(Trend.FIXED);
    }

    @Test
    void shouldNotAnnounceAFixByAnOldBuildThatEndsAfterANewerFailure() {
        ConcurrentBuilds job = new ConcurrentBuilds(Outcome.FAILURE, Outcome.SUCCESS, Outcome.FAILURE);

        assertThat(job.completeAndAsk(1)).isEqualTo(Trend.FIRST);
        assertThat(job.completeAndAsk(3)).isEqualTo(Trend.STILL_FAILING);
        assertThat(job.completeAndAsk(2)).isEqualTo(Trend.SAME);
    }

    @Test
    void shouldRatherMissAFixThanInventOneWhenTwoGoodBuildsEndAtTheSameInstant() {
        ConcurrentBuilds job = new ConcurrentBuilds(Outcome.FAILURE, Outcome.SUCCESS, Outcome.SUCCESS);
        job.completeAndAsk(1);
        job.complete(2);
        job.complete(3);

        assertThat(job.ask(3)).isEqualTo(Trend.SAME);
        assertThat(job.ask(2)).isEqualTo(Trend.SAME);
    }
}
