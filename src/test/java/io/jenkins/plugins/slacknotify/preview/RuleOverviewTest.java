package io.jenkins.plugins.slacknotify.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleOverviewTest {
    @Test
    void shouldGiveTheOneReasonWhyTheSystemChannelHearsNothing() {
        assertThat(RuleOverview.silence(false, true))
                .startsWith("There is none: enter one")
                .doesNotContain("event");
        assertThat(RuleOverview.silence(true, false))
                .contains("no event is ticked")
                .doesNotContain("none");
        assertThat(RuleOverview.silence(false, false)).contains("There is none, and no event is ticked");
    }
}
