package io.jenkins.plugins.slacknotify.slack.interactivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketAddressTest {
    private static final URI SANDBOX = URI.create("http://127.0.0.1:8080/api/");
    private static final String SLACKS = "wss://wss-primary.slack.com/link/?ticket=secret&app_id=A1";

    @ParameterizedTest
    @ValueSource(strings = {SLACKS, "wss://cerberus-xxxx.lb.slack-msgs.slack.com/ws", "wss://wss.slack-gov.com/link"})
    void shouldTakeAnAddressOfSlack(String url) {
        assertThat(SocketAddress.of(url, ApiUrl.SLACK))
                .map(SocketAddress::reveal)
                .contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://wss-primary.slack.com/link",
                "https://wss-primary.slack.com/link",
                "wss:/link",
                "wss:///link",
                "wss://user@wss.slack.com/link",
                "ws://127.0.0.1:8080/link",
                "not a url",
                ""
            })
    void shouldTakeNoOther(String url) {
        assertThat(SocketAddress.of(url, ApiUrl.SLACK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://127.0.0.1:8080/link", "wss://localhost:1/link"})
    void shouldTakeOneOnThisMachineWhereSlackIsASandbox(String url) {
        assertThat(SocketAddress.of(url, SANDBOX)).isPresent();
    }

    @Test
    void shouldMaskTheTicket() {
        SocketAddress address = SocketAddress.of(SLACKS, ApiUrl.SLACK).orElseThrow();

        assertThat(address).hasToString("wss://wss-primary.slack.com/****");
        assertThat(address.redact("GET " + SLACKS)).doesNotContain("secret");
    }
}
