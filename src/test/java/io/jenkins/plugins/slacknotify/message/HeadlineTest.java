package io.jenkins.plugins.slacknotify.message;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
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

        assertThat(Headline.of(event, Severity.INFO)).isEqualTo(icon + " " + LINK + " " + verb);
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

        assertThat(Headline.of(event, Severity.INFO)).isEqualTo(icon + " " + LINK + " " + verb);
    }

    @Test
    void shouldRingTheAlarmForWhatIsCritical() {
        BuildEvent event = aBuild().that(Outcome.FAILURE, Trend.REGRESSED).build();

        assertThat(Headline.of(event, Severity.CRITICAL))
                .startsWith(":rotating_light: ")
                .endsWith(" broke");
    }

    @Test
    void shouldNameTheBuildWithoutALinkWhereJenkinsDoesNotKnowItsAddress() {
        assertThat(Headline.of(aBuild().at(null).build(), Severity.INFO))
                .isEqualTo(":white_check_mark: *shop » checkout #12* succeeded");
    }
}
