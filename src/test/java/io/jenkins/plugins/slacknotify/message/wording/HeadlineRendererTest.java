package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineRendererTest {
    private static final String LINK = "*<https://ci.example.org/job/shop/job/checkout/12/|shop » checkout #12>*";

    @ParameterizedTest(name = "{0}, {1}: {2} … {3}")
    @CsvSource({
        "SUCCESS,   FIRST,         :white_check_mark:,      succeeded",
        "SUCCESS,   SAME,          :white_check_mark:,      succeeded",
        "SUCCESS,   FIXED,         :white_check_mark:,      is fixed",
        "UNSTABLE,  FIRST,         :warning:,               is unstable",
        "UNSTABLE,  SAME,          :warning:,               is unstable",
        "UNSTABLE,  REGRESSED,     :warning:,               is unstable",
        "UNSTABLE,  STILL_FAILING, :warning:,               is still unstable",
        "FAILURE,   FIRST,         :x:,                     failed",
        "FAILURE,   SAME,          :x:,                     failed",
        "FAILURE,   REGRESSED,     :x:,                     broke",
        "FAILURE,   STILL_FAILING, :x:,                     still fails",
        "ABORTED,   SAME,          :black_square_for_stop:, was aborted",
        "NOT_BUILT, SAME,          :white_circle:,          was not built",
    })
    void shouldSayWhatHappened(Outcome outcome, Trend trend, String icon, String verb) {
        BuildEvent event = aBuild().that(outcome, trend).build();

        assertThat(HeadlineRenderer.render(event, Severity.INFO)).isEqualTo(icon + " " + LINK + " " + verb);
    }

    /** As bots call the branches of their updates. */
    @Test
    void shouldKeepTheProjectAndTheNumberOfABuildWhoseBranchHasALongName() {
        Branch branch = new Branch("renovate/" + "com.example.long-".repeat(20), "shop » backend", false, null);
        BuildEvent event = aBuild().that(Outcome.FAILURE, Trend.FIRST)
                .finding(Findings.builder().branch(branch).build())
                .build();

        assertThat(HeadlineRenderer.render(event, Severity.ERROR))
                .contains("|renovate/com.example.long-")
                .contains("… of shop » backend #12>* failed");
        assertThat(HeadlineRenderer.renderBrief(event, 500))
                .contains("|renovate/com.example.long-")
                .endsWith("… of shop » backend #12> failed");
    }

    @ParameterizedTest(name = "promotion, {0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            SUCCESS | FIRST         | shop » checkout #12>* promoted: deploy &amp; run
            SUCCESS | FIXED         | shop » checkout #12>* promoted: deploy &amp; run
            FAILURE | FIRST         | shop » checkout #12, promotion deploy &amp; run>* failed
            FAILURE | STILL_FAILING | shop » checkout #12, promotion deploy &amp; run>* still fails
            ABORTED | SAME          | shop » checkout #12, promotion deploy &amp; run>* was aborted
            """)
    void shouldSayThatABuildWasPromoted(Outcome outcome, Trend trend, String end) {
        BuildEvent event = aBuild().that(outcome, trend)
                .finding(Findings.builder()
                        .promotion(new Promotion("shop/checkout", "deploy & run"))
                        .build())
                .build();

        assertThat(HeadlineRenderer.render(event, Severity.INFO)).endsWith(end);
        assertThat(HeadlineRenderer.renderBrief(event, 500)).contains("#12, promotion deploy");
    }

    @ParameterizedTest(name = "running, {0}, {1}: {2} … {3}")
    @CsvSource({
        "SUCCESS,   SAME,          :hourglass_flowing_sand:, is good so far",
        "SUCCESS,   FIRST,         :hourglass_flowing_sand:, is good so far",
        "SUCCESS,   FIXED,         :hourglass_flowing_sand:, is good again so far",
        "UNSTABLE,  REGRESSED,     :warning:,                is unstable",
        "FAILURE,   REGRESSED,     :x:,                      broke",
        "FAILURE,   STILL_FAILING, :x:,                      still fails",
    })
    void shouldNotCallABuildGoodOrFixedWhileItRuns(Outcome outcome, Trend trend, String icon, String verb) {
        BuildEvent event = aBuild().that(outcome, trend).running().build();

        assertThat(HeadlineRenderer.render(event, Severity.INFO)).isEqualTo(icon + " " + LINK + " " + verb);
    }

    @Test
    void shouldRingTheAlarmForWhatIsCritical() {
        BuildEvent event = aBuild().that(Outcome.FAILURE, Trend.REGRESSED).build();

        assertThat(HeadlineRenderer.render(event, Severity.CRITICAL))
                .startsWith(":rotating_light: ")
                .endsWith(" broke");
    }

    @Test
    void shouldNameTheBuildWithoutALinkWhereJenkinsDoesNotKnowItsAddress() {
        assertThat(HeadlineRenderer.render(aBuild().at(null).build(), Severity.INFO))
                .isEqualTo(":white_check_mark: *shop » checkout #12* succeeded");
    }

    @ParameterizedTest(name = "{0} builds since #{1}: {2}")
    @CsvSource({
        "2,   11, 2nd time since #11",
        "3,   10, 3rd time since #10",
        "4,    9, 4th time since #9",
        "11,   2, 11th time since #2",
        "12,   2, 12th time since #2",
        "21,   1, 21st time since #1",
        "113,  1, 113th time since #1",
        "3, 1234, 3rd time since #1234",
    })
    void shouldCountTheBadBuildsOfARow(int builds, int first, String said) {
        assertThat(said(
                        Outcome.FAILURE,
                        Trend.STILL_FAILING,
                        Findings.builder()
                                .failureStreak(series(first, builds, false))
                                .build()))
                .isEqualTo(" still fails, " + said);
        assertThat(said(
                        Outcome.UNSTABLE,
                        Trend.STILL_FAILING,
                        Findings.builder()
                                .failureStreak(series(first, builds, false))
                                .build()))
                .isEqualTo(" is still unstable, " + said);
    }

    @Test
    void shouldNotClaimToKnowWhereARowBeganThatWasNotFollowedToItsEnd() {
        assertThat(said(
                        Outcome.FAILURE,
                        Trend.STILL_FAILING,
                        Findings.builder().failureStreak(series(2, 50, true)).build()))
                .isEqualTo(" still fails, more than 50 times in a row");
    }

    @Test
    void shouldSayHowLongItWasBad() {
        assertThat(said(
                        Outcome.SUCCESS,
                        Trend.FIXED,
                        Findings.builder().failureStreak(series(41, 3, false)).build()))
                .isEqualTo(" is fixed after 2 h 10 min");
    }

    @ParameterizedTest(name = "{0} of which {1} new: {2}")
    @CsvSource({
        "1, 0, 1 test fails",
        "3, 0, 3 tests fail",
        "3, 2, 3 tests fail (2 new)",
        "1, 1, 1 test newly fails",
        "3, 3, 3 tests newly fail",
        "1500, 2, '1,500 tests fail (2 new)'",
    })
    void shouldSayHowManyTestsFail(int failed, int newlyFailed, String said) {
        TestResultSummary tests = new TestResultSummary(9_000, failed, 0, newlyFailed, List.of(), List.of());
        FailedStage stage = new FailedStage("Test", null, List.of());

        assertThat(said(
                        Outcome.UNSTABLE,
                        Trend.REGRESSED,
                        Findings.builder().tests(tests).build()))
                .isEqualTo(" is unstable: " + said);
        assertThat(said(
                        Outcome.FAILURE,
                        Trend.STILL_FAILING,
                        Findings.builder()
                                .tests(tests)
                                .failedStage(stage)
                                .failureStreak(series(10, 3, false))
                                .build()))
                .isEqualTo(" still fails, 3rd time since #10: " + said);
    }

    @Test
    void shouldNameTheStageThatFailed() {
        FailedStage stage = new FailedStage("Deploy", null, List.of());

        assertThat(said(
                        Outcome.FAILURE,
                        Trend.REGRESSED,
                        Findings.builder().failedStage(stage).build()))
                .isEqualTo(" broke: stage Deploy");
        assertThat(said(
                        Outcome.SUCCESS,
                        Trend.SAME,
                        Findings.builder().failedStage(stage).build()))
                .isEqualTo(" succeeded");
        assertThat(said(
                        Outcome.ABORTED,
                        Trend.SAME,
                        Findings.builder().failedStage(stage).build()))
                .isEqualTo(" was aborted");
    }

    @Test
    void shouldNameABuildByItsBranch() {
        BuildEvent event = aBuild().finding(Findings.builder()
                        .branch(new Branch("main", "shop", true, null))
                        .build())
                .build();

        assertThat(HeadlineRenderer.render(event, Severity.INFO)).contains("|main of shop #12>* succeeded");
    }

    @Test
    void shouldSayOfWhichBranchItIsThatABuildIsGoodSoFar() {
        BuildEvent good = aBuild().running()
                .finding(Findings.builder().viewpoint("OS = windows").build())
                .build();
        BuildEvent fixed = good.toBuilder().trend(Trend.FIXED).build();

        assertThat(HeadlineRenderer.render(good, Severity.INFO)).endsWith(" is good so far in OS = windows");
        assertThat(HeadlineRenderer.render(fixed, Severity.INFO)).endsWith(" is good again so far in OS = windows");
    }

    private static FailureStreak series(int first, int builds, boolean mayBeOlder) {
        Instant end = aBuild().build().at();
        return new FailureStreak(
                first, end.minus(Duration.ofMinutes(140)), end.minus(Duration.ofMinutes(130)), builds, mayBeOlder);
    }

    /** The part of the headline after the name. */
    private static String said(Outcome outcome, Trend trend, Findings findings) {
        String headline = HeadlineRenderer.render(
                aBuild().that(outcome, trend).finding(findings).build(), Severity.INFO);
        return headline.substring(headline.indexOf(LINK) + LINK.length());
    }
}
