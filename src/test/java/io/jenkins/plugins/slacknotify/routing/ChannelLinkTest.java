package io.jenkins.plugins.slacknotify.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelLinkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.slack.com/archives/C024BE91L",
                " https://acme.slack.com/archives/C024BE91L/p1700000000000100?thread_ts=1700000000.000100 ",
                "https://acme.enterprise.slack.com/archives/C024BE91L?name=x",
                "https://app.slack.com/client/T024BE7LD/C024BE91L",
                "https://app.slack.com/client/E024BE7LD/C024BE91L/thread/C024BE91L-1700000000.000100",
                "<#C024BE91L>",
                "<#C024BE91L|builds>",
            })
    void shouldReadTheIdOfALink(String pasted) {
        assertThat(ChannelLink.idOr(pasted)).isEqualTo("C024BE91L");
        assertThat(new Destination(null, pasted)).isEqualTo(new Destination(null, "C024BE91L"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#builds",
                "C024BE91L",
                "https://acme.slack.com/archives/builds",
                "https://evil.example/archives/C024BE91L",
                "https://acme.slack.com/team/U024BE91L",
            })
    void shouldLeaveAnythingElse(String written) {
        assertThat(ChannelLink.idOr(written)).isEqualTo(written);
    }
}
