package io.jenkins.plugins.slacknotify.slack.api;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.SECRET;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.connectionTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.patient;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.FakeServer;
import io.jenkins.plugins.slacknotify.slack.LogCapture;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Secrecy of the token: whatever goes wrong, even if the server sends the token back, it stands in no result and in no
 * log.
 */
class TokenSecrecyTest {

    /** A part of the token is too much as well. */
    private static final String BEGINNING = SECRET.substring(0, 20);

    @ParameterizedTest(name = "{index}")
    @MethodSource("servers")
    void shouldTellTheTokenToNobody(byte[] answer) throws IOException {
        FakeServer.Script script = connection -> {
            connection.readRequest();
            connection.send(answer);
        };
        try (LogCapture log = LogCapture.ofEverything();
                FakeServer server = FakeServer.playing(script);
                SlackApiGateway gateway = patient()) {
            SlackResult<?> posted = gateway.post(connectionTo(server), MESSAGE);

            assertThat(server.requests().get(0).head()).contains(SECRET);
            assertThat(posted.toString()).doesNotContain(BEGINNING);
            assertThat(log.text()).doesNotContain(BEGINNING);
        }
    }

    static Stream<byte[]> servers() {
        String longLine = "x".repeat(280) + SECRET;
        return Stream.of(
                response("200 OK", POSTED),
                response("200 OK", "{\"ok\":false,\"error\":\"" + SECRET + "\"}"),
                response("200 OK", "{\"ok\":false,\"error\":\"invalid_blocks\",\"errors\":[\"" + longLine + "\"]}"),
                response("200 OK", "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"" + SECRET + "\"}"),
                response("200 OK", "<html>Authorization: Bearer " + SECRET + "</html>"),
                response("500 " + SECRET, SECRET),
                response("404 " + SECRET, SECRET),
                ("Authorization: Bearer " + SECRET + "\r\n\r\n").getBytes(UTF_8),
                ("HTTP/1.1 " + SECRET + " " + longLine + "\r\n\r\n").getBytes(UTF_8),
                ("HTTP/1.1 200 OK\r\nContent-Length: " + SECRET + "\r\n\r\n").getBytes(UTF_8),
                ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + SECRET + "\r\n").getBytes(UTF_8));
    }
}
