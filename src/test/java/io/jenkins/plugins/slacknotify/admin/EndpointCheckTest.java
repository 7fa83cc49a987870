package io.jenkins.plugins.slacknotify.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SignatureVerifier;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private HttpServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/slack-notify-events/";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The server checks the signature as this plugin checks Slack's. */
    @Test
    void shouldAskAsSlackDoesAndTakeTheEcho() {
        var app = new InboundApp("main", null, SigningSecret.of(SECRET));
        server.createContext("/slack-notify-events/", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            var result = new SignatureVerifier(() -> NOW)
                    .verify(
                            List.of(app),
                            exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp"),
                            exchange.getRequestHeaders().getFirst("X-Slack-Signature"),
                            body);
            var json = JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            var genuine = result instanceof SignatureVerifier.Result.Genuine
                    && json.get("type").getAsString().equals("url_verification");
            var answer = genuine ? json.get("challenge").getAsString() : "refused";
            exchange.sendResponseHeaders(200, answer.length());
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        var row = check();

        assertThat(row.text()).contains("came back as it should").contains(url);
        assertThat(row.bad()).isFalse();
    }

    @Test
    void shouldPassOnWhyThisPluginRefusedIt() {
        answer(401, "text/plain;charset=utf-8", "Its signature is not that of the signing secret.");

        assertThat(check().bad()).isTrue();
        assertThat(check().text()).contains("was refused with the status 401: Its signature is not");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 403, 404, 502})
    void shouldSayThatSomethingElseAnswers(int status) {
        answer(status, "text/html", "<html>" + "x".repeat(5000));

        assertThat(check().bad()).isTrue();
        assertThat(check().text())
                .contains("answered with the status " + status, "Something before Jenkins answers for it")
                .hasSizeLessThan(1000);
    }

    @Test
    void shouldSayThatTheAddressCannotBeReached() {
        server.stop(0);

        assertThat(check().text())
                .contains("cannot be reached from this machine")
                .doesNotContain(SECRET);
        assertThat(new EndpointCheck(HttpClient.newHttpClient())
                        .check("no address", SigningSecret.of(SECRET), NOW)
                        .bad())
                .isTrue();
    }

    private void answer(int status, String type, String body) {
        server.createContext("/slack-notify-events/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
    }

    private StatusRow check() {
        return new EndpointCheck(HttpClient.newHttpClient()).check(url, SigningSecret.of(SECRET), NOW);
    }
}
