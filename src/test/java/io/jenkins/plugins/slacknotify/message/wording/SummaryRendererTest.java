package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryRendererTest {
    @Test
    void shouldNameTheTestThatNewlyFailsAndWhatItSays() {
        TestResultSummary tests = new TestResultSummary(
                40,
                2,
                0,
                1,
                List.of("com.example.shop.PriceTest.addsTax"),
                List.of("com.example.shop.CartTest.adds", "com.example.shop.PriceTest.addsTax"),
                "expected: <119> but was: <120>");

        assertThat(summary(Outcome.UNSTABLE, Findings.builder().tests(tests)))
                .isEqualTo("shop broke — PriceTest.addsTax: expected: &lt;119&gt; but was: &lt;120&gt;");
        assertThat(summary(Outcome.UNSTABLE, Findings.builder().tests(tests.withoutReason())))
                .isEqualTo("shop broke — PriceTest.addsTax");
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.PriceTest.addsTax, PriceTest.addsTax",
        "com.example.PriceTest.addsTax(1.5) [2], PriceTest.addsTax(1.5) [2]",
        "com.example.PriceTest.addsTax (1.8.0), PriceTest.addsTax (1.8.0)",
        "com.example.PriceSpec.should parse 1.2.3, PriceSpec.should parse 1.2.3",
        "Cart page.adds 1.2 items, Cart page.adds 1.2 items",
        "addsTax, addsTax"
    })
    void shouldLeaveThePackageOfATestOut(String test, String shown) {
        assertThat(SummaryRenderer.shortName(test)).isEqualTo(shown);
    }

    @Test
    void shouldSayWhyTheFirstStageFailed() {
        FailedStage stage = new FailedStage(
                "Deploy", "script returned exit code 127", List.of("script.sh: line 1: kubectl: command not found"));

        assertThat(summary(Outcome.FAILURE, Findings.builder().failedStage(stage)))
                .isEqualTo("shop broke — kubectl: command not found");
    }

    @Test
    void shouldAddNothingWhereNobodyKnowsWhyOrTheBuildIsGood() {
        FailedStage tolerated = new FailedStage("Lint", "lint failed", List.of());

        assertThat(summary(Outcome.FAILURE, Findings.builder())).isEqualTo("shop broke");
        assertThat(summary(Outcome.SUCCESS, Findings.builder().failedStage(tolerated)))
                .isEqualTo("shop broke");
    }

    @Test
    void shouldFitALockScreen() {
        FailedStage stage = new FailedStage(null, "x".repeat(900), List.of());

        assertThat(summary(Outcome.FAILURE, Findings.builder().failedStage(stage)))
                .hasSizeLessThan(200);
    }

    private static String summary(Outcome outcome, Findings.Builder findings) {
        BuildEvent event = aBuild().that(outcome, Trend.REGRESSED)
                .finding(findings.build())
                .build();
        return SummaryRenderer.withReason("shop broke", event);
    }
}
