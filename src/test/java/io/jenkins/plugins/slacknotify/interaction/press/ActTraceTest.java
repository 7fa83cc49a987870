package io.jenkins.plugins.slacknotify.interaction.press;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActTraceTest {
    /** Whoever is called so would write a line of the log by themselves. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085", "\u001b[2K", "\u0000"})
    void shouldDescribeAnActInOneLine(String end) {
        ActTrace trace = new ActTrace(
                new ActOrigin("mallory", "r1", "U1", "C1"), "Mallory" + end + "[Slack] approved by Bob", "C1", "1.2");

        assertThat(trace.describe("#ops").lines()).hasSize(1);
        assertThat(trace.describe("#ops"))
                .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]")
                .startsWith("Mallory");
    }
}
