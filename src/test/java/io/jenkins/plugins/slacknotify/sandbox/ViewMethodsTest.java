package io.jenkins.plugins.slacknotify.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modals and home tabs: who may open them, and what keeps two changes apart. */
class ViewMethodsTest {
    private static final String BLOCKS = """
        "blocks": [{"type": "actions", "elements": [{"type": "button", "action_id": "more",
                     "text": {"type": "plain_text", "text": "More"}}]}]""";

    private final SlackSandbox slack = SlackSandbox.start();
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final String token = acme.installBot("jenkins");
    private final SandboxApp app = slack.appOf(token);
    private final SandboxUser ada = acme.user("Ada Lovelace", "ada@example.org");
    private final SandboxMember member = slack.as(ada);
    private final WebClient api = new WebClient(slack.apiUrl());
    private final MockWebServer jenkins = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        jenkins.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().build();
            }
        });
        jenkins.start();
        app.deliverTo(jenkins.url("/").toString());
        acme.channel("builds").invite("jenkins").invite("Ada Lovelace");
    }

    @AfterEach
    void stop() {
        jenkins.close();
        slack.close();
    }

    private static String modal(String title, String more) {
        return "{\"type\": \"modal\", \"title\": {\"type\": \"plain_text\", \"text\": \"" + title + "\"}, " + more
                + BLOCKS + "}";
    }

    private JsonObject call(String method, String arguments, String view) {
        return WebClient.body(api.json("views." + method, token, "{" + arguments + ", \"view\": " + view + "}"));
    }

    private JsonObject open(String view) {
        return call("open", trigger(member.command("builds", "/jenkins", "")), view);
    }

    private static String trigger(Exchange exchange) {
        return "\"trigger_id\": \"" + exchange.request().triggerId() + "\"";
    }

    private JsonObject push(String view) {
        return call("push", trigger(member.press(member.modal().orElseThrow(), "more")), view);
    }

    private static String error(JsonObject answer) {
        return answer.has("error") ? answer.get("error").getAsString() : "";
    }

    @Test
    void shouldStackThree() {
        open(modal("First", ""));
        assertThat(error(push(modal("Second", "")))).isEmpty();
        var third = push(modal("Third", "")).getAsJsonObject("view");
        assertThat(third.get("root_view_id").getAsString())
                .isNotEqualTo(third.get("id").getAsString());
        assertThat(error(push(modal("Fourth", "")))).isEqualTo("push_limit_reached");
        assertThat(member.modal().orElseThrow().title()).isEqualTo("Third");
        member.submit(member.modal().orElseThrow(), Map.of());
        assertThat(member.modal().orElseThrow().title()).isEqualTo("Second");

        open(modal("Another", ""));
        assertThat(member.modal().orElseThrow().title()).isEqualTo("Another");
        assertThat(slack.as(acme.user("Grace Hopper", "grace@example.org")).modal())
                .isEmpty();
    }

    @Test
    void shouldKeepTwoChangesApartByTheirHash() {
        var view = open(modal("First", "\"external_id\": \"e1\", ")).getAsJsonObject("view");
        String id = "\"view_id\": \"" + view.get("id").getAsString() + "\", \"hash\": \""
                + view.get("hash").getAsString() + "\"";
        assertThat(error(call("update", id, modal("Second", "\"external_id\": \"e1\", "))))
                .isEmpty();
        assertThat(error(call("update", id, modal("Third", "")))).isEqualTo("hash_conflict");
        assertThat(error(call("update", "\"external_id\": \"e1\"", modal("Third", ""))))
                .isEmpty();
        assertThat(member.modal().orElseThrow().title()).isEqualTo("Third");
        assertThat(error(call("update", "\"view_id\": \"V0NONE\"", modal("Fourth", ""))))
                .isEqualTo("not_found");
        assertThat(error(call("update", "\"x\": 1", modal("Fourth", "")))).isEqualTo("invalid_arguments");
    }

    @Test
    void shouldTakeAnExternalIdOnce() {
        open(modal("First", "\"external_id\": \"e1\", "));
        assertThat(error(open(modal("Second", "\"external_id\": \"e1\", ")))).isEqualTo("duplicate_external_id");
    }

    @Test
    void shouldSayWhatIsWrongWithAView() {
        var refused = open(modal("A title that is far too long", ""));
        assertThat(error(refused)).isEqualTo("invalid_arguments");
        assertThat(refused.getAsJsonObject("response_metadata").toString()).contains("/view/title/text");
        assertThat(error(open("{\"type\": \"home\", " + BLOCKS + "}"))).isEqualTo("invalid_arguments");
        assertThat(error(call("open", "\"trigger_id\": \"1.2.3\"", modal("First", ""))))
                .isEqualTo("invalid_trigger_id");
        assertThat(error(open(modal("Big", "\"private_metadata\": \"" + "x".repeat(260_000) + "\", "))))
                .isEqualTo("view_too_large");
    }

    @Test
    void shouldTakeNoTriggerOfAnotherApp() {
        String other = acme.installBot("other");
        String trigger = trigger(slack.as(ada).with(app).command("builds", "/jenkins", ""));
        assertThat(WebClient.error(
                        api.json("views.open", other, "{" + trigger + ", \"view\": " + modal("First", "") + "}")))
                .isEqualTo("invalid_trigger_id");
    }

    @Test
    void shouldPublishOneHomeForEachMember() {
        String user = "\"user_id\": \"" + ada.id() + "\"";
        var first =
                call("publish", user, "{\"type\": \"home\", " + BLOCKS + "}").getAsJsonObject("view");
        var second = call(
                        "publish",
                        user + ", \"hash\": \"" + first.get("hash").getAsString() + "\"",
                        "{\"type\": \"home\", " + BLOCKS + "}")
                .getAsJsonObject("view");
        assertThat(second.get("id").getAsString()).isEqualTo(first.get("id").getAsString());
        assertThat(error(call("publish", user + ", \"hash\": \"old\"", "{\"type\": \"home\", " + BLOCKS + "}")))
                .isEqualTo("hash_conflict");
        assertThat(error(call("publish", "\"user_id\": \"U0NONE\"", "{\"type\": \"home\", " + BLOCKS + "}")))
                .isEqualTo("user_not_found");
        assertThat(member.press(member.home().orElseThrow(), "more").payload().getAsJsonObject("container"))
                .hasToString(
                        "{\"type\":\"view\",\"view_id\":\"" + first.get("id").getAsString() + "\"}");
    }
}
