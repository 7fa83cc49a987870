package io.jenkins.plugins.slacknotify.slack.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarmConnectionsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final OkHttpClient client = HttpClients.create(HttpSettings.defaults(), nanos::get);

    @AutoClose
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().body("ok").build());
        }
        server.start();
    }

    @Test
    void shouldCarryARequestThatMustNotBeRepeatedWhileItIsWarm() throws Exception {
        send(false);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        send(false);

        assertThat(connectionOfNextRequest()).isEqualTo(connectionOfNextRequest());
    }

    @Test
    void shouldNotCarryARequestThatMustNotBeRepeatedOnceItIsCold() throws Exception {
        send(false);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos() + 1);

        assertThatThrownBy(() -> send(false)).isInstanceOf(StaleConnectionException.class);
        send(false);
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(connectionOfNextRequest()).isNotEqualTo(connectionOfNextRequest());
    }

    @Test
    void shouldNotBeTrustedAtOnceBeforeOneWasSeenToLive() throws Exception {
        send(false);
        nanos.addAndGet(Duration.ofMillis(499).toNanos());

        assertThatThrownBy(() -> send(false)).isInstanceOf(StaleConnectionException.class);
    }

    @Test
    void shouldBeTrustedAtOnceAfterOneWasSeenToLive() throws Exception {
        send(false);
        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        send(false);
        send(false);

        assertThat(server.takeRequest().getConnectionIndex())
                .isEqualTo(server.takeRequest().getConnectionIndex())
                .isEqualTo(server.takeRequest().getConnectionIndex());
    }

    /** A read over it, which might have been repeated, has shown that it lives. */
    @Test
    void shouldBeTrustedAtOnceAfterOneHasAnsweredThatWasIdleForAWhile() throws Exception {
        send(false);
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        send(true);
        send(false);

        assertThat(server.takeRequest().getConnectionIndex())
                .isEqualTo(server.takeRequest().getConnectionIndex())
                .isEqualTo(server.takeRequest().getConnectionIndex());
    }

    @Test
    void shouldNotBeTrustedAtOnceAfterARead() throws Exception {
        send(false);
        nanos.addAndGet(Duration.ofMillis(499).toNanos());
        send(true);

        assertThatThrownBy(() -> send(false)).isInstanceOf(StaleConnectionException.class);
    }

    @Test
    void shouldNotBeTrustedAtOnceAfterOneWasLost() throws Exception {
        send(false);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        send(false);
        send(false);
        assertThatThrownBy(() -> send(false)).isInstanceOf(IOException.class);
        server.enqueue(new MockResponse.Builder().body("ok").build());
        send(false);

        assertThatThrownBy(() -> send(false)).isInstanceOf(StaleConnectionException.class);
    }

    @Test
    void shouldCarryARequestThatMayBeRepeatedThoughItIsCold() throws Exception {
        send(false);
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        send(true);

        assertThat(connectionOfNextRequest()).isEqualTo(connectionOfNextRequest());
    }

    private void send(boolean repeatable) throws IOException {
        Request request = new Request.Builder()
                .url(server.url("/"))
                .tag(Transmission.class, new Transmission(repeatable))
                .post(RequestBody.create(new byte[0]))
                .build();
        try (Response response = client.newCall(request).execute()) {
            assertThat(response.body().string()).isEqualTo("ok");
        }
    }

    private int connectionOfNextRequest() throws InterruptedException {
        return server.takeRequest().getConnectionIndex();
    }
}
