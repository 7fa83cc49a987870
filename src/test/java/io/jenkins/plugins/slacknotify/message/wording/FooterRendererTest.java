package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FooterRendererTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            RESTART,    PT0S,   false
            RESTART,    PT0.9S, false
            RESTART,    PT3M,   true
            AGENT_LOST, PT0S,   true
            TIMED_OUT,  PT0.5S, true
            """)
    void shouldNotPretendToKnowHowLongABuildLivedThatJenkinsHasForgotten(
            Interruption.Kind kind, Duration duration, boolean isKnown) {
        BuildEvent event = aBuild().that(Outcome.ABORTED, Trend.SAME).build().toBuilder()
                .duration(duration)
                .findings(Findings.builder()
                        .interruption(new Interruption(kind, null))
                        .build())
                .build();

        assertThat(FooterRenderer.render(event, Severity.WARNING, false).contains("took"))
                .isEqualTo(isKnown);
    }

    @Test
    void shouldSayHowLongAShortBuildTook() {
        BuildEvent event = aBuild().that(Outcome.SUCCESS, Trend.SAME).build().toBuilder()
                .duration(Duration.ofMillis(300))
                .build();

        assertThat(FooterRenderer.render(event, Severity.INFO, false)).contains("took less than a second");
    }
}
