package io.jenkins.plugins.slacknotify.slack.gateway;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.LOCATION;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED_MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.SECRET;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.connectionTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.patient;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.postTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.refusal;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.whyUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.slack.api.model.Attachment;
import io.jenkins.plugins.slacknotify.slack.FakeServer;
import io.jenkins.plugins.slacknotify.slack.ReceivedRequest;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackApiGatewayTest {

    @AutoClose
    private final SlackApiGateway gateway = patient();

    /** The line works, and others need not wait. */
    @Test
    void shouldTakeAnAnswerWithoutATimestampForAnAnswer() throws IOException {
        try (FakeServer slack = FakeServer.answering(response("200 OK", "{\"ok\":true}"))) {
            assertThat(postTo(slack))
                    .asInstanceOf(InstanceOfAssertFactories.type(SlackResult.Unknown.class))
                    .returns(true, SlackResult.Unknown::answered);
        }
    }

    @Test
    void shouldPostAMessage() throws IOException {
        try (FakeServer slack = FakeServer.answering(POSTED)) {
            assertThat(gateway.post(connectionTo(slack), MESSAGE)).isEqualTo(POSTED_MESSAGE);

            ReceivedRequest request = slack.requests().get(0);
            assertThat(request.firstLine()).isEqualTo("POST /api/chat.postMessage HTTP/1.1");
            assertThat(request.header("Authorization")).contains("Bearer " + SECRET);
            assertThat(request.body()).doesNotContain(SECRET);
            assertThat(request.form())
                    .containsEntry("channel", "#builds")
                    .containsEntry("text", "hello")
                    .doesNotContainKeys("blocks", "attachments", "username", "icon_emoji", "icon_url", "thread_ts");
        }
    }

    @Test
    void shouldMarkTheMessageWithItsDeliveryId() throws IOException {
        try (FakeServer slack = FakeServer.answering(POSTED)) {
            gateway.post(connectionTo(slack), MESSAGE);

            String metadata = slack.requests().get(0).form().get("metadata");
            assertThat(JsonParser.parseString(metadata))
                    .isEqualTo(JsonParser.parseString(
                            "{\"event_type\":\"slack_notify_delivery\",\"event_payload\":{\"id\":\"delivery-1\"}}"));
        }
    }

    @Test
    void shouldSendAllPartsOfAMessage() throws IOException {
        OutgoingMessage message = MESSAGE.withBlocks("[{\"type\":\"divider\"}]")
                .withAttachments(List.of(
                        Attachment.builder().color("#ff0000").fallback("f").build()))
                .withSender("Build bot", ":jenkins:")
                .inThread("1724148000.000001");
        try (FakeServer slack = FakeServer.answering(POSTED)) {
            gateway.post(connectionTo(slack), message);

            assertThat(slack.requests().get(0).form())
                    .containsEntry("blocks", "[{\"type\":\"divider\"}]")
                    .containsEntry("username", "Build bot")
                    .containsEntry("icon_emoji", ":jenkins:")
                    .containsEntry("thread_ts", "1724148000.000001")
                    .doesNotContainKey("icon_url")
                    .hasEntrySatisfying("attachments", json -> assertThat(json).contains("#ff0000"));
        }
    }

    @Test
    void shouldSendAPictureAsIcon() throws IOException {
        OutgoingMessage message = MESSAGE.withSender(" ", "https://example.com/icon.png");
        try (FakeServer slack = FakeServer.answering(POSTED)) {
            gateway.post(connectionTo(slack), message);

            assertThat(slack.requests().get(0).form())
                    .containsEntry("icon_url", "https://example.com/icon.png")
                    .doesNotContainKeys("icon_emoji", "username");
        }
    }

    @Test
    void shouldSendTextAsItIs() throws IOException {
        String text = "a&b=c <!channel> +% \u00e9\u4e16\ud83d\ude80 " + "x".repeat(100_000);
        try (FakeServer slack = FakeServer.answering(POSTED)) {
            gateway.post(connectionTo(slack), OutgoingMessage.of("#builds", text, "delivery-1"));

            assertThat(slack.requests().get(0).form()).containsEntry("text", text);
        }
    }

    @Test
    void shouldReplaceAllOfAMessage() throws IOException {
        try (FakeServer slack = FakeServer.answering(POSTED)) {
            assertThat(gateway.update(connectionTo(slack), LOCATION, MESSAGE))
                    .isEqualTo(new SlackResult.Success<>(LOCATION));

            assertThat(slack.requests().get(0).firstLine()).contains("/api/chat.update ");
            assertThat(slack.requests().get(0).form())
                    .containsAllEntriesOf(Map.of(
                            "channel", LOCATION.channel(), "ts", LOCATION.ts(), "blocks", "[]", "attachments", "[]"))
                    .doesNotContainKey("metadata");
        }
    }

    @Test
    void shouldFindThePermalink() throws IOException {
        String url = "https://acme.slack.com/archives/C0123456/p1724148000000100";
        try (FakeServer slack = FakeServer.answering("{\"ok\":true,\"permalink\":\"" + url + "\"}")) {
            assertThat(gateway.permalink(connectionTo(slack), LOCATION)).isEqualTo(new SlackResult.Success<>(url));

            assertThat(slack.requests().get(0).form()).containsEntry("message_ts", LOCATION.ts());
        }
    }

    @Test
    void shouldIdentifyTheBot() throws IOException {
        String json = """
            {"ok":true,"team":"Acme","user":"jenkins","team_id":"T01","user_id":"U01",
             "bot_id":"B01","is_enterprise_install":false}\
            """;
        try (FakeServer slack =
                FakeServer.answering(response("200 OK", json, "X-OAuth-Scopes: chat:write, channels:read,"))) {
            assertThat(gateway.identify(connectionTo(slack)).success())
                    .contains(new BotIdentity(
                            "Acme", "T01", "jenkins", "U01", "B01", "", Set.of("chat:write", "channels:read"), false));
        }
    }

    @Test
    void shouldIdentifyABotOfAWholeOrganisation() throws IOException {
        String json = "{\"ok\":true,\"team\":null,\"team_id\":null,\"user_id\":\"U01\",\"enterprise_id\":\"E01\","
                + "\"is_enterprise_install\":true}";
        try (FakeServer slack = FakeServer.answering(json)) {
            BotIdentity identity =
                    gateway.identify(connectionTo(slack)).success().orElseThrow();

            assertThat(identity.orgWide()).isTrue();
            assertThat(identity.teamId()).isEqualTo("E01");
            assertThat(identity.workspace()).isEmpty();
        }
    }

    @Test
    void shouldPassOnWhySlackRefused() throws IOException {
        try (FakeServer slack = FakeServer.answering("{\"ok\":false,\"error\":\"not_in_channel\"}")) {
            Refusal refusal = refusal(postTo(slack));

            assertThat(refusal.error()).isEqualTo("not_in_channel");
            assertThat(refusal.remedy()).contains("#builds", "/invite @your-bot");
            assertThat(refusal.permanent()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fatal_error", "internal_error", "service_unavailable", "request_timeout"})
    void shouldNotTakeTroubleAtSlackForARefusal(String error) throws IOException {
        try (FakeServer slack = FakeServer.answering("{\"ok\":false,\"error\":\"" + error + "\"}")) {
            assertThat(whyUnknown(postTo(slack))).contains(error);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"message\":{\"blocks\":[{\"type\":\"not_invented_yet\",\"text\":7}],\"attachments\":\"none\"}",
                "\"message\":17",
                "\"message\":{\"metadata\":[[[]]],\"ts\":{}}",
                "\"response_metadata\":[\"warning\"]"
            })
    void shouldKnowAPostedMessageWhateverElseTheAnswerHolds(String rest) throws IOException {
        try (FakeServer slack = FakeServer.answering(POSTED.replace("}", "," + rest + "}"))) {
            assertThat(postTo(slack)).isEqualTo(POSTED_MESSAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ok\":true}",
                "{\"ok\":true,\"channel\":\"C01\",\"ts\":null}",
                "{\"ok\":true,\"channel\":{},\"ts\":\"1.2\"}",
                "{\"ok\":true,\"channel\":\"C01\",\"ts\":1.2}"
            })
    void shouldSayThatItWasPostedSomewhere(String json) throws IOException {
        try (FakeServer slack = FakeServer.answering(json)) {
            assertThat(whyUnknown(postTo(slack))).contains("posted", "timestamp is unknown");
        }
    }
}
