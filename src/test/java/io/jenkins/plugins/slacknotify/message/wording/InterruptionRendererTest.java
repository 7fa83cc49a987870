package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterruptionRendererTest {
    @ParameterizedTest(name = "{0}, {1} {2}: {4}")
    @CsvSource({
        "ABORTED,   AGENT_LOST, linux-1, :electric_plug:,         lost its agent linux-1,             lost",
        "ABORTED,   AGENT_LOST, ,        :electric_plug:,         lost its agent,                     lost",
        "ABORTED,   RESTART,    ,        :electric_plug:,         was cut off because Jenkins stopped, lost",
        "ABORTED,   TIMED_OUT,  ,        :alarm_clock:,           ran out of time,                    timed out",
        "NOT_BUILT, SUPERSEDED, #4,      :fast_forward:,          gave way to #4,                     superseded",
        "ABORTED,   SUPERSEDED, ,        :fast_forward:,          gave way to a newer build,          superseded",
        "ABORTED,   PERSON,     Ada <1>, :black_square_for_stop:, was aborted by Ada &lt;1&gt;,       aborted",
        "ABORTED,   PERSON,     ,        :black_square_for_stop:, was aborted,                        aborted",
        "ABORTED,   OTHER,      No disk, :black_square_for_stop:, was aborted: No disk,               aborted",
        "NOT_BUILT, OTHER,      No disk, :white_circle:,          was not built: No disk,             not built",
        "NOT_BUILT, OTHER,      ,        :white_circle:,          was not built,                      not built",
        "FAILURE,   AGENT_LOST, linux-1, :x:,                     failed: its agent linux-1 was lost, failed",
        "FAILURE,   AGENT_LOST, ,        :x:,                     failed: its agent was lost,         failed",
        "FAILURE,   RESTART,    ,        :x:,                     failed: Jenkins stopped while it ran, failed",
        "FAILURE,   TIMED_OUT,  ,        :x:,                     failed: it ran out of time,         failed",
        "FAILURE,   PERSON,     Ada,     :x:,                     failed,                             failed",
    })
    void shouldSayWhyABuildWasStopped(
            Outcome outcome, Interruption.Kind kind, String detail, String icon, String said, String label) {
        BuildEvent event = aBuild().that(outcome, Trend.SAME)
                .finding(Findings.builder()
                        .interruption(new Interruption(kind, detail))
                        .build())
                .build();

        assertThat(HeadlineRenderer.render(event, Severity.INFO))
                .startsWith(icon + " ")
                .endsWith("#12>* " + said);
        assertThat(HeadlineRenderer.outcomeLabel(event)).isEqualTo(label);
    }

    @ParameterizedTest(name = "{0}, {1}: {3}")
    @CsvSource({
        "ABORTED, PERSON,     Ada,             was aborted by Ada: it &lt;hangs&gt;",
        "ABORTED, PERSON,     ,                was aborted: it &lt;hangs&gt;",
        "ABORTED, OTHER,      Rejected by Ada, was aborted: Rejected by Ada: it &lt;hangs&gt;",
        "ABORTED, AGENT_LOST, linux-1,         lost its agent linux-1",
    })
    void shouldSayWhyAPersonHasStoppedABuild(Outcome outcome, Interruption.Kind kind, String detail, String said) {
        BuildEvent event = aBuild().that(outcome, Trend.SAME)
                .finding(Findings.builder()
                        .interruption(new Interruption(kind, detail, "it <hangs>"))
                        .build())
                .build();

        assertThat(HeadlineRenderer.render(event, Severity.INFO)).endsWith("#12>* " + said);
    }
}
