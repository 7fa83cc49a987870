package io.jenkins.plugins.slacknotify.slack.api;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED_MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.postTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.refusal;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.whyUnknown;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.FakeServer;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd responses: Slack is ill, or it is not Slack at all that answers. */
class ResponseReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<!DOCTYPE html><html><body>Sign in to the guest network</body></html>",
                "ok",
                "null",
                "true",
                "[]",
                "{}",
                "{\"ok\":\"true\"}",
                "{\"ok\":null}",
                "{\"ok\":true,\"channel\":\"C0123456\",\"ts\":\"17241",
                "{\"ok\":true} trailing",
                "\u0000\u0001\u0002"
            })
    void shouldNotKnowAfterAnAnswerThatIsNotSlacks(String body) throws IOException {
        try (FakeServer server = FakeServer.answering(body)) {
            assertThat(whyUnknown(postTo(server))).contains("took the request");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void shouldNotDrownInNesting() throws IOException {
        String deep = "{\"ok\":true,\"x\":" + "[".repeat(400_000);
        try (FakeServer server = FakeServer.answering(deep)) {
            assertThat(whyUnknown(postTo(server))).contains("took the request");
        }
    }

    @Test
    void shouldNotReadAHugeAnswer() throws IOException {
        try (FakeServer server = FakeServer.answering(padded(2 << 20))) {
            assertThat(whyUnknown(postTo(server))).contains("longer than 1048576 bytes");
        }
    }

    @Test
    void shouldNotUnpackAHugeAnswer() throws IOException {
        byte[] bomb = gzip(padded(20 << 20));
        try (FakeServer server = FakeServer.answering(response("200 OK", bomb, "Content-Encoding: gzip"))) {
            assertThat(whyUnknown(postTo(server))).contains("longer than 1048576 bytes");
        }
    }

    @Test
    void shouldReadABigAnswer() throws IOException {
        try (FakeServer server = FakeServer.answering(padded(1 << 19))) {
            assertThat(postTo(server)).isEqualTo(POSTED_MESSAGE);
        }
    }

    @Test
    void shouldNotKnowAfterAnAnswerThatIsCutOff() throws IOException {
        byte[] half = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"ok\":true,".getBytes(UTF_8);
        try (FakeServer server = playingOnce(half)) {
            assertThat(whyUnknown(postTo(server))).contains("connection failed");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void shouldNotKnowAfterAnAnswerThatIsNoHttp() throws IOException {
        try (FakeServer server = playingOnce("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(UTF_8))) {
            assertThat(postTo(server)).isInstanceOf(SlackResult.Unknown.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Internal Server Error", "502 Bad Gateway", "503 Service Unavailable", "408 Timeout"})
    void shouldNotKnowAfterAServerError(String status) throws IOException {
        try (FakeServer server = FakeServer.answering(response(status, "<h1>sorry</h1>"))) {
            assertThat(whyUnknown(postTo(server))).contains("HTTP " + status.substring(0, 3));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"503 Service Unavailable, 0", "408 Request Timeout, 0", "503 Service Unavailable, 1"})
    void shouldNotSendAgainWhenToldToRetryAtOnce(String status, String retryAfter) throws IOException {
        byte[] busy = response(status, "", "Retry-After: " + retryAfter);
        try (FakeServer server = FakeServer.answering(busy, response("200 OK", POSTED))) {
            assertThat(whyUnknown(postTo(server))).contains("HTTP " + status.substring(0, 3));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "302", "303", "307", "308"})
    void shouldNotCarryTheTokenElsewhere(String status) throws IOException {
        try (FakeServer elsewhere = FakeServer.answering(POSTED);
                FakeServer server = FakeServer.answering(
                        response(status + " Moved", "", "Location: " + elsewhere.apiUrl() + "chat.postMessage"))) {
            Refusal refusal = refusal(postTo(server));

            assertThat(refusal.error()).isEqualTo("http_" + status);
            assertThat(refusal.permanent()).isFalse();
            assertThat(elsewhere.connections()).isZero();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"401 Unauthorized", "403 Forbidden", "404 Not Found", "413 Payload Too Large"})
    void shouldSayThatItIsNotSlackWhoRefused(String status) throws IOException {
        try (FakeServer server =
                FakeServer.answering(response(status, "<h1>No</h1>", "WWW-Authenticate: Basic realm=\"x\""))) {
            Refusal refusal = refusal(postTo(server));

            assertThat(refusal.error()).isEqualTo("http_" + status.substring(0, 3));
            assertThat(refusal.remedy()).contains("Slack API URL", "proxy");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void shouldListenToSlackWhateverTheStatus() throws IOException {
        byte[] refused = response("400 Bad Request", "{\"ok\":false,\"error\":\"is_archived\"}");
        try (FakeServer server = FakeServer.answering(refused)) {
            assertThat(refusal(postTo(server)).error()).isEqualTo("is_archived");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        Retry-After: 7, 7
        Retry-After: 0, 1
        Retry-After: -3, 30
        Retry-After: 99999999999999999999, 900
        'Retry-After: Wed, 21 Oct 2026 07:28:00 GMT', 30
        Retry-After: soon, 30
        X-Other: 1, 30
        """)
    void shouldWaitAsLongAsSlackAsks(String header, long seconds) throws IOException {
        byte[] tooMany = response("429 Too Many Requests", "{\"ok\":false,\"error\":\"ratelimited\"}", header);
        try (FakeServer server = FakeServer.answering(tooMany)) {
            assertThat(postTo(server)).isEqualTo(new SlackResult.RateLimited<>(Duration.ofSeconds(seconds)));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratelimited", "rate_limited"})
    void shouldKnowARateLimitWithoutItsStatus(String error) throws IOException {
        byte[] limited = response("200 OK", "{\"ok\":false,\"error\":\"" + error + "\"}", "Retry-After: 9");
        try (FakeServer server = FakeServer.answering(limited)) {
            assertThat(postTo(server)).isEqualTo(new SlackResult.RateLimited<>(Duration.ofSeconds(9)));
        }
    }

    private static FakeServer playingOnce(byte[] bytes) {
        return FakeServer.playing(connection -> {
            connection.readRequest();
            connection.send(bytes);
        });
    }

    private static String padded(int size) {
        return POSTED.replace("}", ",\"x\":\"" + "x".repeat(size) + "\"}");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
