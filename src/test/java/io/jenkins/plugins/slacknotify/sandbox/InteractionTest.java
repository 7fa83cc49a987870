package io.jenkins.plugins.slacknotify.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the acts of members reach an app by signed HTTP, and that members see the answers of the app. */
class InteractionTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String BUTTON = """
        [{"type": "actions", "block_id": "b1", "elements": [
           {"type": "button", "action_id": "approve", "value": "shop#12",
            "text": {"type": "plain_text", "text": "Approve"}}]}]""";

    private final MutableClock clock = new MutableClock();
    private final SlackSandbox slack = SlackSandbox.start(0, clock);
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final String token = acme.installBot("jenkins");
    private final SandboxApp app = slack.appOf(token);
    private final SandboxUser ada = acme.user("Ada Lovelace", "ada@example.org");
    private final WebClient api = new WebClient(slack.apiUrl());
    private final MockWebServer jenkins = new MockWebServer();
    private final List<RecordedRequest> received = new CopyOnWriteArrayList<>();
    private Function<RecordedRequest, MockResponse> answer = request -> new MockResponse.Builder().build();

    @BeforeEach
    void start() throws IOException {
        jenkins.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                received.add(request);
                return answer.apply(request);
            }
        });
        jenkins.start();
        app.deliverTo(jenkins.url("/slack-notify/").toString());
        acme.channel("builds").invite("jenkins").invite("Ada Lovelace");
    }

    @AfterEach
    void stop() {
        jenkins.close();
        slack.close();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private String postButton() {
        var posted = api.json(
                "chat.postMessage",
                token,
                "{\"channel\": \"builds\", \"text\": \"shop #12\", \"blocks\": " + BUTTON + "}");
        return WebClient.body(posted).get("ts").getAsString();
    }

    @Test
    void shouldSignTheRawBody() {
        Exchange exchange = slack.as(ada).command("#builds", "/jenkins", "build shop");

        var request = received.get(0);
        var body = request.getBody().toByteArray();
        assertThat(request.getHeaders().get("X-Slack-Signature"))
                .isEqualTo(new SlackSigner(app.signingSecret())
                        .sign(request.getHeaders().get("X-Slack-Request-Timestamp"), body));
        assertThat(new String(body, StandardCharsets.UTF_8)).contains("command=%2Fjenkins&text=build+shop");
        assertThat(exchange.isAcknowledged()).isTrue();
        assertThat(exchange.body()).isEmpty();
        assertThat(exchange.millis()).isBetween(0.0, 3_000.0);
        assertThat(exchange.ephemerals()).isEmpty();
    }

    @Test
    void shouldShowWhatComesWithTheAcknowledgementOfACommand() {
        answer = request -> new MockResponse(200, okhttp3.Headers.of(), "pong");
        assertThat(slack.as(ada).command("builds", "/jenkins", "ping").awaitEphemerals(1, SOON))
                .extracting(message -> message.text())
                .containsExactly("pong");

        answer = request -> json("{\"response_type\": \"in_channel\", \"text\": \"for all\"}");
        slack.as(ada).command("builds", "/jenkins", "ping");
        assertThat(acme.messagesIn("builds"))
                .extracting(message -> message.text())
                .containsExactly("/jenkins ping", "for all");
    }

    @Test
    void shouldTakeFiveAnswersInThirtyMinutes() {
        Exchange exchange = slack.as(ada).command("builds", "/jenkins", "ping");
        String url = exchange.payload().get("response_url").getAsString();
        for (int i = 1; i <= 5; i++) {
            assertThat(answerTo(url, "{\"text\": \"answer " + i + "\"}")).isEqualTo("200 ok");
        }
        assertThat(answerTo(url, "{\"text\": \"answer 6\"}")).isEqualTo("404 used_url");
        assertThat(exchange.awaitEphemerals(5, SOON)).hasSize(5);
        assertThat(exchange.answers()).hasSize(6);
        assertThat(exchange.answers().get(5).error()).isEqualTo("used_url");

        String second = slack.as(ada)
                .command("builds", "/jenkins", "ping")
                .payload()
                .get("response_url")
                .getAsString();
        clock.advance(Duration.ofMinutes(30).plusSeconds(1));
        assertThat(answerTo(second, "{\"text\": \"late\"}")).isEqualTo("404 expired_url");
        assertThat(answerTo(slack.pageUrl() + "hooks/commands/T0/1/no", "{\"text\": \"x\"}"))
                .isEqualTo("404 expired_url");
    }

    @Test
    void shouldRefuseAnswersThatSlackRefuses() {
        String url = slack.as(ada)
                .command("builds", "/jenkins", "ping")
                .payload()
                .get("response_url")
                .getAsString();
        assertThat(answerTo(url, "nonsense")).isEqualTo("400 invalid_payload");
        assertThat(answerTo(url, "{\"text\": \"\"}")).isEqualTo("400 no_text");
        assertThat(answerTo(url, "{\"text\": \"x\", \"blocks\": [{\"type\": \"nonsense\"}]}"))
                .isEqualTo("400 invalid_blocks");
    }

    /** slackapi/bolt-python#1268: after a command there is no original, so the answer is a further message. */
    @Test
    void shouldReplaceNoEarlierAnswerToACommand() {
        Exchange exchange = slack.as(ada).command("builds", "/jenkins", "ping");
        String url = exchange.payload().get("response_url").getAsString();
        answerTo(url, "{\"text\": \"looking\"}");
        answerTo(url, "{\"replace_original\": true, \"text\": \"pong\"}");

        assertThat(exchange.awaitEphemerals(2, SOON))
                .extracting(message -> message.text())
                .containsExactly("looking", "pong");
    }

    private String answerTo(String url, String body) {
        var response = new WebClient("").json(url, "", body);
        return response.statusCode() + " " + response.body();
    }

    @Test
    void shouldPressAButtonOfAPostedMessage() {
        String ts = postButton();
        Exchange exchange = slack.as(ada).press(ts, "approve");

        JsonObject payload = JsonParser.parseString(URLDecoder.decode(
                        received.get(0).getBody().utf8().substring("payload=".length()), StandardCharsets.UTF_8))
                .getAsJsonObject();
        assertThat(payload).isEqualTo(exchange.payload());
        assertThat(payload.getAsJsonArray("actions")
                        .get(0)
                        .getAsJsonObject()
                        .get("value")
                        .getAsString())
                .isEqualTo("shop#12");
        assertThat(payload.getAsJsonObject("container").get("message_ts").getAsString())
                .isEqualTo(ts);
        assertThat(payload.getAsJsonObject("message").get("text").getAsString()).isEqualTo("shop #12");
        assertThat(payload.getAsJsonObject("user").get("team_id").getAsString()).isEqualTo(acme.teamId());

        String url = payload.get("response_url").getAsString();
        assertThat(answerTo(url, "{\"replace_original\": true, \"text\": \"approved by Ada\"}"))
                .isEqualTo("200 ok");
        assertThat(acme.messagesIn("builds"))
                .extracting(message -> message.text())
                .containsExactly("approved by Ada");
        assertThat(answerTo(url, "{\"delete_original\": true}")).isEqualTo("200 ok");
        assertThat(acme.messagesIn("builds")).isEmpty();
        assertThatThrownBy(() -> slack.as(ada).press(ts, "approve")).hasMessageContaining("sees no message");
    }

    @Test
    void shouldPressAButtonOfAnEphemeralMessageOnlyAsItsReader() {
        String body = "{\"channel\": \"" + acme.channel("builds").id() + "\", \"user\": \"" + ada.id()
                + "\", \"text\": \"sure?\", \"blocks\": " + BUTTON + "}";
        String ts = WebClient.body(api.json("chat.postEphemeral", token, body))
                .get("message_ts")
                .getAsString();
        SandboxUser grace = acme.user("Grace Hopper", "grace@example.org");
        assertThatThrownBy(() -> slack.as(grace).press(ts, "approve")).hasMessageContaining("sees no message");

        Exchange exchange = slack.as(ada).press(ts, "approve");
        assertThat(exchange.payload().has("message")).isFalse();
        assertThat(exchange.payload()
                        .getAsJsonObject("container")
                        .get("is_ephemeral")
                        .getAsBoolean())
                .isTrue();
        answerTo(
                exchange.payload().get("response_url").getAsString(),
                "{\"replace_original\": true, \"text\": \"done\"}");
        assertThat(slack.as(ada).ephemerals("builds"))
                .extracting(message -> message.text())
                .containsExactly("done");
        assertThat(acme.messagesIn("builds")).isEmpty();
    }

    @Test
    void shouldOpenFillAndCloseModals() {
        Exchange pressed = slack.as(ada).press(postButton(), "approve");
        String trigger = pressed.payload().get("trigger_id").getAsString();
        String view = """
            {"type": "modal", "callback_id": "approve", "private_metadata": "shop#12",
             "title": {"type": "plain_text", "text": "Approve"}, "submit": {"type": "plain_text", "text": "Send"},
             "blocks": [{"type": "input", "block_id": "comment", "label": {"type": "plain_text", "text": "Comment"},
                         "element": {"type": "plain_text_input", "action_id": "text"}}]}""";
        var opened = api.json("views.open", token, "{\"trigger_id\": \"" + trigger + "\", \"view\": " + view + "}");
        assertThat(WebClient.body(opened).get("ok").getAsBoolean()).isTrue();
        var modal = pressed.awaitView(SOON);
        assertThat(modal.title()).isEqualTo("Approve");

        var again = api.json("views.open", token, "{\"trigger_id\": \"" + trigger + "\", \"view\": " + view + "}");
        assertThat(WebClient.error(again)).isEqualTo("exchanged_trigger_id");

        assertThatThrownBy(() -> slack.as(ada).submit(modal, Map.of())).hasMessageContaining("comment");
        answer = request -> json("{\"response_action\": \"errors\", \"errors\": {\"comment\": \"Too short.\"}}");
        slack.as(ada).submit(modal, Map.of("text", "a"));
        assertThat(slack.as(ada).modal()).isPresent();
        answer = request -> json("{\"response_action\": \"errors\", \"errors\": {\"nowhere\": \"Too short.\"}}");
        assertThatThrownBy(() -> slack.as(ada).submit(modal, Map.of("text", "a")))
                .isInstanceOf(AssertionError.class);
        answer = request -> new MockResponse.Builder().build();
        Exchange sent = slack.as(ada).submit(modal, Map.of("comment", "all is well"));
        assertThat(sent.payload()
                        .getAsJsonObject("view")
                        .getAsJsonObject("state")
                        .getAsJsonObject("values")
                        .getAsJsonObject("comment")
                        .getAsJsonObject("text")
                        .get("value")
                        .getAsString())
                .isEqualTo("all is well");
        assertThat(slack.as(ada).modal()).isEmpty();
    }

    @Test
    void shouldRefuseATriggerAfterThreeSeconds() {
        Exchange pressed = slack.as(ada).press(postButton(), "approve");
        clock.advance(Duration.ofMillis(3_001));
        assertThat(WebClient.error(api.json(
                        "views.open",
                        token,
                        "{\"trigger_id\": \"" + pressed.request().triggerId()
                                + "\", \"view\": {\"type\": \"modal\", \"title\": {\"type\": \"plain_text\", \"text\": \"x\"},"
                                + " \"blocks\": []}}")))
                .isEqualTo("expired_trigger_id");
    }

    @Test
    void shouldTellOfMentionsMessagesHomesAndLinks() {
        String ts = slack.as(ada).say("builds", "look").ts();
        var mention = slack.as(ada).mention("builds", ts, "again").payload();
        assertThat(mention.getAsJsonObject("event").get("text").getAsString()).endsWith("> again");
        assertThat(mention.getAsJsonObject("event").get("thread_ts").getAsString())
                .isEqualTo(ts);

        var direct = slack.as(ada).directMessage("help").payload().getAsJsonObject("event");
        assertThat(direct.get("channel_type").getAsString()).isEqualTo("im");

        assertThat(slack.as(ada).openHome().request().name()).isEqualTo("app_home_opened");
        api.json(
                "views.publish",
                token,
                "{\"user_id\": \"" + ada.id() + "\", \"view\": {\"type\": \"home\", \"blocks\": []}}");
        assertThat(slack.as(ada).home()).isPresent();

        Exchange link = slack.as(ada).postLink("builds", "see https://ci.example.org/job/shop/12/ please");
        var event = link.payload().getAsJsonObject("event");
        var unfurled = api.json(
                "chat.unfurl", token, """
            {"unfurl_id": "%s", "source": "conversations_history",
             "unfurls": {"https://ci.example.org/job/shop/12/": {"blocks": [{"type": "divider"}]}}}""".formatted(event.get("unfurl_id").getAsString()));
        assertThat(WebClient.body(unfurled).get("ok").getAsBoolean()).isTrue();
    }

    @Test
    void shouldSayWhatSlackSaysWhereNobodyAcknowledges() {
        answer = request -> new MockResponse(500, okhttp3.Headers.of(), "");
        assertThat(slack.as(ada).command("builds", "/jenkins", "ping").slackSays())
                .contains("dispatch_failed");
        app.deliverBySocket();
        assertThat(slack.as(ada).command("builds", "/jenkins", "ping").slackSays())
                .contains("dispatch_failed");
    }

    @Test
    void shouldKeepOutsidersGuestsAndTheDeactivatedFromWhatSlackKeepsThemFrom() {
        SandboxUser otto = acme.outsider(slack.workspace("partner").user("Otto", "otto@partner.example"));
        assertThatThrownBy(() -> slack.as(otto).command("builds", "/jenkins", "ping"))
                .hasMessageContaining("other organisations");
        acme.channel("builds").invite("Otto");
        var payload = slack.as(otto).press(postButton(), "approve").payload();
        assertThat(payload.getAsJsonObject("user").get("team_id").getAsString()).isEqualTo(otto.teamId());
        assertThat(payload.getAsJsonObject("team").get("id").getAsString()).isEqualTo(acme.teamId());
        assertThat(slack.as(otto)
                        .mention("builds", "hi")
                        .payload()
                        .get("is_ext_shared_channel")
                        .getAsBoolean())
                .isTrue();

        SandboxUser gil = acme.guest("Gil", "gil@example.org");
        assertThatThrownBy(() -> slack.as(gil).command("builds", "/jenkins", "ping"))
                .hasMessageContaining("does not see");
        ada.deactivate();
        assertThatThrownBy(() -> slack.as(ada).openHome()).hasMessageContaining("deactivated");
    }

    @Test
    void shouldTellOfWhatHappensToTheApp() {
        slack.events(app, acme).renameChannel("builds", "ci");
        assertThat(acme.channelNamed("ci")).isPresent();
        var exchanges = slack.events(app, acme).uninstall();
        assertThat(exchanges)
                .extracting(each -> each.request().name())
                .containsExactly("app_uninstalled", "tokens_revoked");
        assertThat(WebClient.error(api.form("auth.test", token, ""))).isEqualTo("account_inactive");
        assertThat(received).hasSize(3);
        assertThat(Instant.ofEpochSecond(
                        exchanges.get(0).payload().get("event_time").getAsLong()))
                .isEqualTo(clock.instant());
    }
}
