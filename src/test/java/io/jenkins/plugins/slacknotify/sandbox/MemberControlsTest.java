package io.jenkins.plugins.slacknotify.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberControlsTest {
    private static final String BLOCKS = """
        [{"type": "actions", "elements": [
           {"type": "button", "action_id": "approve", "value": "1", "text": {"type": "plain_text", "text": "Approve"}},
           {"type": "static_select", "action_id": "which", "options": [
             {"text": {"type": "plain_text", "text": "One"}, "value": "1"}]}]}]""";
    private static final String MODAL = """
        {"type": "modal", "title": {"type": "plain_text", "text": "Why"}, "submit": {"type": "plain_text", "text": "Send"},
         "notify_on_close": true, "blocks": [
           {"type": "input", "block_id": "why", "label": {"type": "plain_text", "text": "Why"},
            "element": {"type": "plain_text_input", "action_id": "text"}}]}""";

    private final SlackSandbox slack = SlackSandbox.start();
    private final WebClient web = new WebClient(slack.pageUrl());
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final String token = acme.installBot("jenkins");
    private final SandboxApp app = slack.appOf(token);
    private final SandboxUser ada = acme.user("Ada Lovelace", "ada@example.org");
    private final String builds =
            acme.channel("builds").invite("jenkins").invite("Ada Lovelace").id();
    private final MockWebServer jenkins = new MockWebServer();
    private final List<RecordedRequest> received = new CopyOnWriteArrayList<>();
    private Function<RecordedRequest, String> answer = request -> "";

    @BeforeEach
    void start() throws IOException {
        jenkins.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                received.add(request);
                return new MockResponse.Builder().body(answer.apply(request)).build();
            }
        });
        jenkins.start();
        control("apps/deliver", "\"app\": \"" + app.id() + "\", \"url\": \"" + jenkins.url("/") + "\"");
    }

    @AfterEach
    void stop() {
        jenkins.close();
        slack.close();
    }

    private JsonObject control(String name, String fields) {
        return WebClient.body(web.json("sandbox/" + name, "", "{\"workspace\": \"acme\", " + fields + "}"));
    }

    private JsonObject act(String name, String fields) {
        return control("act/" + name, "\"user\": \"" + ada.id() + "\", \"app\": \"" + app.id() + "\", " + fields);
    }

    private String type(String channel, String text) {
        return act("type", "\"channel\": \"" + channel + "\", \"text\": \"" + text + "\"")
                .toString();
    }

    private String lastKind() {
        var exchanges = slack.requests().exchanges();
        return exchanges.isEmpty()
                ? ""
                : exchanges.get(exchanges.size() - 1).request().name();
    }

    private String postButton() {
        return WebClient.body(new WebClient(slack.apiUrl())
                        .json(
                                "chat.postMessage",
                                token,
                                "{\"channel\": \"builds\", \"text\": \"x\", \"blocks\": " + BLOCKS + "}"))
                .get("ts")
                .getAsString();
    }

    @ParameterizedTest
    @CsvSource({
        "/jenkins ping, /jenkins",
        "@jenkins again, app_mention",
        "see https://ci.example.org/job/x/, link_shared",
        "nothing special, ''"
    })
    void shouldTellTheAppWhatALineIs(String line, String kind) {
        assertThat(type(builds, line)).contains("\"requests\":" + (kind.isEmpty() ? 0 : 1));
        assertThat(lastKind()).isEqualTo(kind);
    }

    @Test
    void shouldTellTheAppWhatIsSaidToItAlone() {
        String id = act("conversation", "\"x\": 1").get("id").getAsString();
        type(id, "help");
        assertThat(lastKind()).isEqualTo("message");
        act("home", "\"x\": 1");
        assertThat(lastKind()).isEqualTo("app_home_opened");
    }

    @Test
    void shouldSayWhatSlackSays() {
        jenkins.close();
        assertThat(act("type", "\"channel\": \"" + builds + "\", \"text\": \"/jenkins ping\"")
                        .get("slackSays")
                        .getAsString())
                .contains("dispatch_failed");
        var otto = acme.outsider(slack.workspace("partner").user("Otto", "otto@partner.example"));
        acme.channel("builds").invite("Otto");
        assertThat(control(
                                "act/type",
                                "\"user\": \"" + otto.id() + "\", \"channel\": \"" + builds + "\", \"text\": \"/x\"")
                        .get("error")
                        .getAsString())
                .contains("other organisations");
        assertThat(act("type", "\"thread\": \"1.000001\", \"channel\": \"" + builds + "\", \"text\": \"/x\"")
                        .get("error")
                        .getAsString())
                .contains("threads");
    }

    @Test
    void shouldPressAndChoose() {
        String ts = postButton();
        act("press", "\"ts\": \"" + ts + "\", \"action\": \"approve\"");
        act("press", "\"ts\": \"" + ts + "\", \"action\": \"which\", \"option\": \"1\"");
        assertThat(received).hasSize(2);
        assertThat(received.get(1).getBody().utf8()).contains("selected_option");
        assertThat(act("press", "\"ts\": \"" + ts + "\", \"action\": \"other\"")
                        .get("error")
                        .getAsString())
                .contains("no element other");
        act("shortcut", "\"ts\": \"" + ts + "\", \"callback\": \"again\"");
        assertThat(lastKind()).isEqualTo("message_action");
        act("shortcut", "\"callback\": \"again\"");
        assertThat(lastKind()).isEqualTo("shortcut");
    }

    @Test
    void shouldFillModals() {
        act("press", "\"ts\": \"" + postButton() + "\", \"action\": \"approve\"");
        String trigger = slack.requests().exchanges().get(0).request().triggerId();
        new WebClient(slack.apiUrl())
                .json("views.open", token, "{\"trigger_id\": \"" + trigger + "\", \"view\": " + MODAL + "}");
        String view = slack.as(ada).modal().orElseThrow().id();
        assertThat(web.get("sandbox/state").body()).contains(view);

        assertThat(act("submit", "\"view\": \"" + view + "\", \"values\": {\"text\": \"\"}")
                        .get("error")
                        .getAsString())
                .contains("why");
        answer = request -> "{\"response_action\": \"errors\", \"errors\": {\"why\": \"Too short.\"}}";
        assertThat(act("submit", "\"view\": \"" + view + "\", \"values\": {\"text\": \"a\"}")
                        .getAsJsonObject("errors")
                        .get("why")
                        .getAsString())
                .isEqualTo("Too short.");
        answer = request -> "{\"options\": []}";
        assertThat(act("suggest", "\"view\": \"" + view + "\", \"action\": \"text\", \"typed\": \"a\"")
                        .getAsJsonArray("options"))
                .isEmpty();
        answer = request -> "";
        act("close", "\"view\": \"" + view + "\"");
        assertThat(lastKind()).isEqualTo("view_closed");
        assertThat(act("close", "\"view\": \"" + view + "\"").get("error").getAsString())
                .contains("not open any more");
    }

    @Test
    void shouldSetFaultsAndRetry() {
        control("apps/fault", "\"fault\": \"DUPLICATE\"");
        type(builds, "@jenkins again");
        assertThat(received).hasSize(2);
        String id = slack.requests().exchanges().get(0).id();
        act("retry", "\"request\": \"" + id + "\"");
        assertThat(received.get(2).getHeaders().get("X-Slack-Retry-Num")).isEqualTo("2");
        control("apps/fault", "\"fault\": \"NO_SIGNATURE\", \"always\": true");
        type(builds, "@jenkins again");
        control("apps/fault", "\"x\": 1");
        type(builds, "@jenkins again");
        assertThat(received.get(3).getHeaders().get("X-Slack-Signature")).isNull();
        assertThat(received.get(4).getHeaders().get("X-Slack-Signature")).isNotNull();
        assertThat(control("apps/fault", "\"fault\": \"FLOOD\"").has("error")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rename channel",
                "archive channel",
                "unarchive channel",
                "delete channel",
                "remove the bot",
                "uninstall",
                "revoke tokens"
            })
    void shouldLetThingsHappenToTheApp(String what) {
        String channel = "\"channel\": \"" + builds + "\", \"to\": \"ci\"";
        assertThat(control("apps/event", "\"app\": \"" + app.id() + "\", \"what\": \"" + what + "\", " + channel)
                        .get("requests")
                        .getAsInt())
                .isEqualTo(what.equals("uninstall") ? 2 : 1);
    }

    @Test
    void shouldHandOutSecretsOnlyToThoseWhoAsk() {
        var secrets = control("apps/secrets", "\"app\": \"" + app.id() + "\"").toString();
        assertThat(secrets).contains(app.signingSecret(), app.appToken(), app.clientSecret());
        assertThat(web.get("sandbox/state").body())
                .contains(app.id())
                .doesNotContain(app.signingSecret(), app.appToken(), app.clientSecret());
    }

    @ParameterizedTest
    @CsvSource({
        "member, MEMBER, false",
        "guest, MULTI_CHANNEL_GUEST, false",
        "single-channel guest, SINGLE_CHANNEL_GUEST, false",
        "outsider, MEMBER, true"
    })
    void shouldMakePeopleOfEveryKind(String kind, String account, boolean stranger) {
        control("users", "\"name\": \"New\", \"email\": \"new@example.org\", \"account\": \"" + kind + "\"");
        var user = acme.requireUser("New");
        assertThat(user.account()).hasToString(account);
        assertThat(acme.isStranger(user)).isEqualTo(stranger);
    }
}
