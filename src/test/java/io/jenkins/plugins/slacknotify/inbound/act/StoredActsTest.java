package io.jenkins.plugins.slacknotify.inbound.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredActsTest {
    private final StoredActs stored = new StoredActs();

    static List<InboundRequest> kept() {
        return Requests.kept();
    }

    static List<InboundRequest> notKept() {
        return Requests.notKept();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldReadWhatItHasWritten(InboundRequest request) {
        ReplyTicket ticket = request.origin().ticket();

        assertThat(stored.read(stored.write(request), id -> id.equals("r1") ? ticket : ReplyTicket.NONE))
                .contains(new StoredActs.KeptRequest(request));
    }

    @Test
    void shouldHaveASampleOfEveryKindThatIsKept() {
        assertThat(Requests.kept())
                .extracting(InboundRequest::kind)
                .containsAll(Arrays.stream(RequestKind.values())
                        .filter(RequestKind::isKept)
                        .toList());
    }

    /** Each of them is read as itself: a change that is taken for another one may stop a bot. */
    @ParameterizedTest
    @ValueSource(classes = {InstallationChange.class, ChannelChange.class})
    void shouldHaveASampleOfEveryChange(Class<?> family) {
        assertThat(Requests.kept().stream().<Class<?>>map(Object::getClass).toList())
                .contains(family.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldPutIntoNoFileWhatSomebodyCouldAnswerWith(InboundRequest request) {
        assertThat(stored.write(request)).doesNotContain("secret", "hooks.slack.com");
    }

    @ParameterizedTest
    @MethodSource("notKept")
    void shouldKeepNothingElse(InboundRequest request) {
        assertThatThrownBy(() -> stored.write(request)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldKeepWhichAppHasProvenARequest() {
        RequestOrigin anyApp = Requests.origin("r1", "U1");
        RequestOrigin origin = new RequestOrigin(
                "r1",
                new InstallationKey("partner", "A0JENKINS", "T0ACME", null, false),
                anyApp.requester(),
                anyApp.channelId(),
                Requests.TICKET,
                anyApp.transport(),
                anyApp.receivedAt());
        InboundRequest command = new SlashCommand(origin, "/jenkins", "help", "builds");

        assertThat(stored.write(command)).contains("\"app\":\"partner\"");
        assertThat(stored.read(stored.write(command), id -> Requests.TICKET))
                .contains(new StoredActs.KeptRequest(command));
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadTheAnswerThatItHasWritten(Answer.Placement placement) {
        Answer answer = new Answer(placement, "grün 🚀", "[{\"type\":\"divider\"}]", "1.1");

        assertThat(stored.read(stored.write(Requests.origin("r1", "U1"), answer), id -> Requests.TICKET))
                .contains(new StoredActs.KeptAnswer(Requests.origin("r1", "U1"), answer));
    }

    /** What an earlier version has written must be read for ever. */
    @Test
    void shouldReadAPressOfTheFirstVersion() {
        String json = """
            {"v":1,"type":"block_action",
             "origin":{"id":"r1","appId":"A0JENKINS","teamId":"T0ACME","orgWide":false,"userId":"U0ANNA",
                       "userTeamId":"T0ACME","channelId":"C0BUILDS","transport":"HTTP","receivedAt":"2026-03-01T12:00:00Z"},
             "message":{"ts":"1772366400.000100","threadTs":"1772366000.000200"},"ephemeral":false,
             "actions":[{"block":"b1","action":"slack-notify.approve","type":"button","values":["shop#12"]}],
             "state":[{"block":"b1","action":"a1","type":"plain_text_input","values":["grün 🚀"]},
                      {"block":"b2","action":"a2","type":"checkboxes","values":["x","y"]},
                      {"block":"b2","action":"a3","type":"radio","values":[]}]}""";

        assertThat(stored.read(json, id -> Requests.TICKET))
                .contains(new StoredActs.KeptRequest(Requests.press("r1", "slack-notify.approve")));
    }

    /** The names are the format. */
    @Test
    void shouldWriteTheNamesOfTheFirstVersion() {
        JsonObject json = JsonParser.parseString(stored.write(Requests.press("r1", "slack-notify.approve")))
                .getAsJsonObject();

        assertThat(json.keySet()).containsExactly("v", "type", "origin", "message", "ephemeral", "actions", "state");
        assertThat(json.getAsJsonObject("origin").keySet())
                .containsExactly(
                        "id",
                        "appId",
                        "teamId",
                        "orgWide",
                        "userId",
                        "userTeamId",
                        "channelId",
                        "transport",
                        "receivedAt");
        assertThat(JsonParser.parseString(stored.write(Requests.origin("r1", "U1"), Answer.inChannel("hi")))
                        .getAsJsonObject()
                        .keySet())
                .containsExactly("v", "type", "origin", "placement", "text");
        assertThat(stored.writeChoice("r1", "#5"))
                .isEqualTo("{\"v\":1,\"type\":\"choice\",\"request\":\"r1\",\"choice\":\"#5\"}");
    }

    @Test
    void shouldReadAChoice() {
        assertThat(stored.read(stored.writeChoice("r1", "\"é\"\n"), id -> ReplyTicket.NONE))
                .contains(new StoredActs.KeptChoice("r1", "\"é\"\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":2,\"type\":\"block_action\"}",
                "{\"v\":1,\"type\":\"telepathy\",\"origin\":{\"id\":\"r1\",\"transport\":\"HTTP\",\"receivedAt\":\"2026-03-01T12:00:00Z\"}}",
                "{\"v\":1,\"type\":\"slash_command\"}",
                "{\"v\":1}",
                "{\"v\":\"x\"}",
                "7",
                ""
            })
    void shouldReadNothingIntoWhatItDoesNotUnderstand(String json) {
        try (LoggedRecords log = LoggedRecords.of(StoredActs.class)) {
            assertThat(stored.read(json, id -> ReplyTicket.NONE)).isEmpty();
        }
    }
}
