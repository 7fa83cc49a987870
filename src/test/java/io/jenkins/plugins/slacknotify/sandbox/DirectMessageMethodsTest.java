package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.SlackClients.client;
import static io.jenkins.plugins.slacknotify.sandbox.WebClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Messages to people, and who is told of them. */
class DirectMessageMethodsTest {
    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start(0, new MutableClock());

    private final SandboxWorkspace acme = slack.workspace("acme");
    private final MethodsClient jenkins = client(slack, acme.installBot("jenkins"));
    private final SandboxUser ada = acme.user("Ada Lovelace", "ada@example.org");
    private final WebClient web = new WebClient(slack.pageUrl());

    @Test
    void shouldAnswerWithTheConversationThatOpenTells() throws IOException, SlackApiException {
        String posted = post(ada.id()).getChannel();
        String opened = jenkins.conversationsOpen(request -> request.users(List.of(ada.id())))
                .getChannel()
                .getId();

        assertThat(posted).startsWith("D").isEqualTo(opened);
    }

    @Test
    void shouldTakeAPersonsIdWithASignBeforeIt() throws IOException, SlackApiException {
        assertThat(post("@" + ada.id()).getChannel()).isEqualTo(post(ada.id()).getChannel());
    }

    @Test
    void shouldShowItsHistoryToThoseInItWithTheScope() throws IOException, SlackApiException {
        String conversation = post(ada.id()).getChannel();
        var blind = client(slack, acme.installBot("jenkins", "chat:write", "channels:history"));
        var stranger = client(slack, acme.installBot("stranger"));

        assertThat(jenkins.conversationsHistory(request -> request.channel(conversation))
                        .getMessages())
                .extracting(Message::getText)
                .containsExactly("psst");
        assertThat(blind.conversationsHistory(request -> request.channel(conversation))
                        .getNeeded())
                .isEqualTo("channels:history,groups:history,mpim:history,im:history");
        assertThat(stranger.conversationsHistory(request -> request.channel(conversation))
                        .getError())
                .isEqualTo("channel_not_found");
    }

    @Test
    void shouldTakeMessagesForSomebodyGoneWhereTheConversationIsThere() throws IOException, SlackApiException {
        post(ada.id());
        ada.deactivate();
        var late = acme.user("Late", "late@example.org");
        late.deactivate();

        assertThat(post(ada.id()).isOk()).isTrue();
        assertThat(post(late.id()).getError()).isEqualTo("channel_not_found");
    }

    @Test
    void shouldNotLetBotsWriteToBots() throws IOException, SlackApiException {
        acme.installBot("other");

        assertThat(post(acme.bots().get(1).userId()).getError()).isEqualTo("cannot_dm_bot");
        assertThat(post("U0NOBODY").getError()).isEqualTo("channel_not_found");
    }

    @Test
    void shouldKeepThePeopleOfTwoWorkspacesApart() throws IOException, SlackApiException {
        var globex = slack.workspace("globex");
        var other = client(slack, globex.installBot("jenkins"));
        var otherAda = globex.user("Ada Lovelace", "ada@example.org");

        other.chatPostMessage(request -> request.channel(otherAda.id()).text("hello"));

        assertThat(acme.directMessagesTo("ada@example.org")).isEmpty();
        assertThat(globex.directMessagesTo("ada@example.org"))
                .extracting(SandboxMessage::text)
                .containsExactly("hello");
        assertThat(other.chatPostMessage(request -> request.channel(ada.id()).text("hello"))
                        .getError())
                .isEqualTo("channel_not_found");
    }

    @Test
    void shouldTellWhoGotWhatInTheState() throws IOException, SlackApiException {
        ada.displayAs("Ada");
        post(ada.id());

        var workspace = objects(state(), "workspaces").findFirst().orElseThrow();
        var person = objects(workspace, "users")
                .filter(user -> !user.get("bot").getAsBoolean())
                .findFirst()
                .orElseThrow();
        var conversation = objects(workspace, "channels")
                .filter(channel -> channel.get("kind").getAsString().equals("DIRECT"))
                .findFirst()
                .orElseThrow();

        assertThat(person.get("displayName").getAsString()).isEqualTo("Ada");
        assertThat(person.get("email").getAsString()).isEqualTo("ada@example.org");
        assertThat(conversation.get("name")).isEqualTo(person.get("id"));
        assertThat(objects(conversation, "messages"))
                .extracting(message -> message.get("text").getAsString())
                .containsExactly("psst");
    }

    @Test
    void shouldCountCallsOfEachMethod() throws IOException, SlackApiException {
        jenkins.usersLookupByEmail(request -> request.email("ada@example.org"));
        jenkins.usersLookupByEmail(request -> request.email("nobody@example.org"));
        post(ada.id());

        assertThat(slack.callCounts()).isEqualTo(Map.of("users.lookupByEmail", 2L, "chat.postMessage", 1L));
        assertThat(state().getAsJsonObject("callCounts")
                        .get("users.lookupByEmail")
                        .getAsInt())
                .isEqualTo(2);
    }

    @Test
    void shouldSwitchPeopleOffAndOnAgain() {
        web.json("sandbox/users/deactivate", "", "{\"workspace\":\"acme\",\"who\":\"ada@example.org\"}");
        assertThat(ada.isDeactivated()).isTrue();

        web.json("sandbox/users/reactivate", "", "{\"workspace\":\"acme\",\"who\":\"" + ada.id() + "\"}");
        assertThat(ada.isDeactivated()).isFalse();

        var nobody = web.json("sandbox/users/deactivate", "", "{\"workspace\":\"acme\",\"who\":\"nobody\"}");
        assertThat(nobody.statusCode()).isEqualTo(400);
    }

    private ChatPostMessageResponse post(String to) throws IOException, SlackApiException {
        return jenkins.chatPostMessage(request -> request.channel(to).text("psst"));
    }

    private JsonObject state() {
        return body(web.get("sandbox/state"));
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        return StreamSupport.stream(parent.getAsJsonArray(name).spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }
}
