package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.WebClient.body;
import static io.jenkins.plugins.slacknotify.sandbox.WebClient.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how a call travels, whatever the method. */
class TransportTest {
    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start();

    private final WebClient web = new WebClient(slack.apiUrl());
    private final String token = slack.workspace("acme").installBot("jenkins", "chat:write", "chat:write.public");

    TransportTest() {
        slack.workspace("acme").channel("builds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b%2Bc", "a+b%2Bc"})
    void shouldTakeEitherFormOfASpace(String text) {
        web.form("chat.postMessage", token, "channel=builds&text=" + text);

        assertThat(slack.workspace("acme").messagesIn("builds"))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).isEqualTo("a b+c"));
    }

    @Test
    void shouldTakeJson() {
        web.json("chat.postMessage", token, """
                {"channel":"builds","text":"héllo","unfurl_links":false,"thread_ts":null,
                 "blocks":[{"type":"divider"}]}""");

        assertThat(slack.workspace("acme").messagesIn("builds")).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("héllo");
            assertThat(message.blocks()).hasSize(1);
            assertThat(message.threadTs()).isNull();
        });
    }

    @Test
    void shouldTakeTheTokenFromTheForm() {
        assertThat(body(web.form("auth.test", "", "token=" + token)).get("user").getAsString())
                .isEqualTo("jenkins");
    }

    @Test
    void shouldTellTheScopesInAHeader() {
        assertThat(web.form("auth.test", token, "").headers().firstValue("X-OAuth-Scopes"))
                .contains("chat:write,chat:write.public");
    }

    @Test
    void shouldRefuseWithStatus200() {
        var response = web.form("chat.postMessage", token, "channel=nowhere&text=x");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(body(response).get("ok").getAsBoolean()).isFalse();
        assertThat(error(response)).isEqualTo("channel_not_found");
    }

    @Test
    void shouldNotKnowEveryMethod() {
        assertThat(error(web.form("chat.postMessages", token, ""))).isEqualTo("unknown_method");
    }

    @Test
    void shouldWantAToken() {
        assertThat(error(web.form("auth.test", "", ""))).isEqualTo("not_authed");
        assertThat(error(web.get("auth.test?token=" + token))).isEqualTo("not_authed");
        assertThat(error(web.json("auth.test", "", "{\"token\":\"" + token + "\"}")))
                .isEqualTo("not_authed");
        assertThat(error(web.form("auth.test", "xoxb-made-up", ""))).isEqualTo("invalid_auth");
    }

    @Test
    void shouldRefuseBodiesThatAreNotWhatTheySay() {
        assertThat(error(web.form("chat.postMessage", token, "channel=%zz"))).isEqualTo("invalid_form_data");
        assertThat(error(web.json("chat.postMessage", token, "{"))).isEqualTo("invalid_json");
        assertThat(error(web.send(web.request("chat.postMessage", token)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("channel=builds")))))
                .isEqualTo("invalid_post_type");
    }

    @Test
    void shouldIgnoreJsonWhereOnlyFormsAreTaken() {
        String withEmail = slack.workspace("acme").installBot("jenkins", "users:read.email");
        slack.workspace("acme").user("Ada", "ada@example.org");

        assertThat(error(web.json("users.lookupByEmail", withEmail, "{\"email\":\"ada@example.org\"}")))
                .isEqualTo("invalid_arguments");
        assertThat(body(web.get("users.lookupByEmail?email=ada%40example.org", withEmail))
                        .get("ok")
                        .getAsBoolean())
                .isTrue();
    }

    @Test
    void shouldRecordCallsWithoutTokens() {
        web.form("chat.postMessage", "", "token=" + token + "&channel=builds&text=x");
        web.form("chat.postMessage", token, "channel=nowhere&text=x");

        assertThat(slack.calls())
                .extracting(ApiCall::method, ApiCall::bot, ApiCall::ok, ApiCall::error, ApiCall::httpStatus)
                .containsExactly(
                        tuple("chat.postMessage", "jenkins", true, "", 200),
                        tuple("chat.postMessage", "jenkins", false, "channel_not_found", 200));
        assertThat(slack.calls().toString()).contains("channel=builds").doesNotContain(token);
    }

    /** As a page of another site would, that has its own name point to this machine. */
    @Test
    void shouldServeItsOwnMachineOnly() throws IOException {
        assertThat(statusLineFor("evil.example.org")).isEqualTo("HTTP/1.1 403");
    }

    @Test
    void shouldStandInForAHostIfAsked() throws IOException {
        slack.standInFor("slack.com");

        assertThat(statusLineFor("slack.com")).isEqualTo("HTTP/1.1 200");
        assertThat(statusLineFor("evil.example.org")).isEqualTo("HTTP/1.1 403");
    }

    private String statusLineFor(String host) throws IOException {
        int port = URI.create(slack.pageUrl()).getPort();
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }
}
