package io.jenkins.plugins.slacknotify.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JenkinsClientTest {
    private HttpServer server;
    private JenkinsClient client;

    /** Answers at one address, and never at another. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/slow", exchange -> {});
        server.createContext("/quick", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        client = JenkinsClient.anonymous(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldRememberThatAnAnswerIsOwedUntilARestart() {
        assertThat(client.get("quick").status()).isEqualTo(500);
        assertThat(client.hasUnanswered()).isFalse();

        assertThatThrownBy(() -> client.patientFor(Duration.ofMillis(100)).get("slow"))
                .hasCauseInstanceOf(HttpTimeoutException.class);
        assertThat(client.hasUnanswered()).isTrue();

        client.patientFor(Timeouts.LONG).get("quick");
        assertThat(client.hasUnanswered()).isTrue();
        client.forgetSession();
        assertThat(client.hasUnanswered()).isFalse();
    }
}
