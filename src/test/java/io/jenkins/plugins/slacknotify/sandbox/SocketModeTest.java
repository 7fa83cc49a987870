package io.jenkins.plugins.slacknotify.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.delivery.DeliveryFault;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WebSockets to the sandbox: addresses, greetings, envelopes, and what comes back for them. */
class SocketModeTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final SlackSandbox slack = SlackSandbox.start();
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final SandboxApp app = slack.appOf(acme.installBot("jenkins"));
    private final SandboxMember ada = slack.as(acme.user("Ada Lovelace", "ada@example.org"));
    private final OkHttpClient http = new OkHttpClient();
    private final List<JsonObject> received = new CopyOnWriteArrayList<>();
    private final List<Integer> refused = new CopyOnWriteArrayList<>();
    private Function<JsonObject, String> answer =
            envelope -> "{\"envelope_id\": \"" + envelope.get("envelope_id").getAsString() + "\"}";

    @BeforeEach
    void start() {
        slack.enforceRateLimits(false);
        acme.channel("builds").invite("jenkins").invite("Ada Lovelace");
    }

    @AfterEach
    void stop() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        slack.close();
    }

    private final class Listener extends WebSocketListener {
        @Override
        public void onMessage(WebSocket webSocket, String text) {
            var json = JsonParser.parseString(text).getAsJsonObject();
            received.add(json);
            if (json.has("envelope_id")) {
                String reply = answer.apply(json);
                if (!reply.isEmpty()) {
                    webSocket.send(reply);
                }
            }
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable t, Response response) {
            refused.add(response == null ? 0 : response.code());
        }
    }

    private String address() {
        var opened = WebClient.body(new WebClient(slack.apiUrl()).form("apps.connections.open", app.appToken(), ""));
        return opened.get("url").getAsString();
    }

    private void connect(String address) {
        http.newWebSocket(new Request.Builder().url(address).build(), new Listener());
    }

    private void connect() {
        int count = app.socket().connections().size() + 1;
        connect(address());
        assertThat(app.socket().awaitOpened(count, SOON)).isTrue();
    }

    private List<JsonObject> ofType(String type) {
        return received.stream()
                .filter(json -> json.get("type").getAsString().equals(type))
                .toList();
    }

    private List<JsonObject> awaitOfType(String type, int count) {
        await().atMost(SOON).until(() -> ofType(type).size() >= count);
        return ofType(type);
    }

    @Test
    void shouldGreetAndCountConnections() {
        connect();
        connect();
        assertThat(awaitOfType("hello", 2))
                .extracting(hello -> hello.get("num_connections").getAsInt())
                .containsExactlyInAnyOrder(1, 2);
        assertThat(ofType("hello"))
                .extracting(hello ->
                        hello.getAsJsonObject("connection_info").get("app_id").getAsString())
                .containsOnly(app.id());
    }

    @Test
    void shouldTakeAnAddressOnce() {
        String address = address();
        connect(address);
        assertThat(app.socket().awaitOpened(1, SOON)).isTrue();
        connect(address);
        await().atMost(SOON).until(() -> !refused.isEmpty());
        assertThat(refused).containsExactly(408);
        assertThat(WebClient.error(
                        new WebClient(slack.apiUrl()).form("apps.connections.open", acme.installBot("jenkins"), "")))
                .isEqualTo("not_allowed_token_type");
    }

    @Test
    void shouldEndTheEleventhConnection() {
        for (int i = 0; i < 11; i++) {
            connect();
        }
        var told = awaitOfType("disconnect", 1).get(0);
        assertThat(told.get("reason").getAsString()).isEqualTo("too_many_websockets");
        assertThat(app.socket().awaitOpen(10, SOON)).isTrue();
    }

    @Test
    void shouldCarryTheAnswerOfACommand() {
        answer = envelope -> "{\"envelope_id\": \""
                + envelope.get("envelope_id").getAsString() + "\", \"payload\": {\"text\": \"pong\"}}";
        connect();
        Exchange exchange = ada.command("builds", "/jenkins", "ping");
        assertThat(exchange.json().get("text").getAsString()).isEqualTo("pong");
        assertThat(ada.ephemerals("builds"))
                .extracting(message -> message.text())
                .containsExactly("pong");
        var envelope = awaitOfType("slash_commands", 1).get(0);
        assertThat(envelope.get("accepts_response_payload").getAsBoolean()).isTrue();
        assertThat(envelope.getAsJsonObject("payload")).isEqualTo(exchange.payload());
    }

    @Test
    void shouldLoseAnAcknowledgementOfTwentyKilobytes() {
        answer =
                envelope -> "{\"envelope_id\": \"" + envelope.get("envelope_id").getAsString()
                        + "\", \"payload\": {\"text\": \"" + "x".repeat(20_000) + "\"}}";
        connect();
        Exchange exchange = ada.command("builds", "/jenkins", "ping");
        assertThat(exchange.isAcknowledged()).isFalse();
        assertThat(exchange.slackSays()).contains("operation_timeout");
    }

    @Test
    void shouldDealEnvelopesToAnyConnection() {
        connect();
        connect();
        for (int i = 0; i < 40; i++) {
            ada.mention("builds", "again");
        }
        assertThat(awaitOfType("events_api", 40)).hasSize(40);
    }

    @Test
    void shouldSpareAConnectionThatIsAboutToEnd() {
        connect();
        var first = app.socket().openConnections().get(0);
        first.disconnect("warning");
        assertThat(ada.mention("builds", "again").isAcknowledged()).isTrue();
        connect();
        first.cutAfter(0);
        for (int i = 0; i < 20; i++) {
            assertThat(ada.mention("builds", "again").isAcknowledged()).isTrue();
        }
    }

    @Test
    void shouldGiveHalfToOthers() {
        app.socket().dealHalfElsewhere(true);
        connect();
        assertThat(awaitOfType("hello", 1).get(0).get("num_connections").getAsInt())
                .isEqualTo(2);
        for (int i = 0; i < 40; i++) {
            assertThat(ada.mention("builds", "again").isAcknowledged()).isTrue();
        }
        assertThat(ofType("events_api")).hasSizeBetween(5, 35);
    }

    @Test
    void shouldCutInTheMiddle() {
        connect();
        slack.requests().next(DeliveryFault.CUT);
        Exchange cut = ada.mention("builds", "again");
        assertThat(cut.isAcknowledged()).isFalse();
        await().atMost(SOON).until(() -> !refused.isEmpty());
        assertThat(ofType("events_api")).isEmpty();
        connect();
        assertThat(slack.requests().retryEvents(app)).hasSize(1);
        assertThat(awaitOfType("events_api", 1).get(0).get("retry_attempt").getAsInt())
                .isEqualTo(1);
    }
}
