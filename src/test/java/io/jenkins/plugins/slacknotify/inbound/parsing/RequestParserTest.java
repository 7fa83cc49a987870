package io.jenkins.plugins.slacknotify.inbound.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.DirectMessage;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.HomeOpened;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.OptionsRequest;
import io.jenkins.plugins.slacknotify.inbound.request.Shortcut;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewClosed;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParserTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final MessageReference MESSAGE = new MessageReference("1772366400.000100", "1772366000.000200");

    private final ManualClock clock = new ManualClock();
    private final RequestParser parser = new RequestParser(clock);

    private InboundRequest parse(String contentType, String body) throws UnreadableRequestException {
        return ((ParsedBody.Request) parser.parseBody(contentType, body.getBytes(StandardCharsets.UTF_8))).request();
    }

    private <T extends InboundRequest> T event(Class<T> type, String event) throws UnreadableRequestException {
        return type.cast(parse(JSON, Payloads.event("Ev1", event)));
    }

    private <T extends InboundRequest> T interaction(Class<T> type, String json) throws UnreadableRequestException {
        return type.cast(parse(FORM, Payloads.interactionForm(json)));
    }

    private static JsonResponse json(String text) {
        return new JsonResponse(JsonParser.parseString(text).getAsJsonObject());
    }

    /** The body could name any app; the signature or the connection has proven one. */
    @Test
    void shouldKnowWhichAppHasProvenARequestOfEachKind() throws Exception {
        RequestParser proven = parser.provenBy("partner");
        Map<String, String> bodies = Map.of(
                Payloads.form(Payloads.command("1.2.abc", "help")),
                FORM,
                Payloads.interactionForm(Payloads.press("1.2", "a")),
                FORM,
                Payloads.mention("Ev1", "help"),
                JSON,
                "{\"type\":\"app_rate_limited\"}",
                JSON);
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            byte[] bytes = body.getKey().getBytes(StandardCharsets.UTF_8);
            InboundRequest request = ((ParsedBody.Request) proven.parseBody(body.getValue(), bytes)).request();
            assertThat(request.origin().installation().app()).as(body.getKey()).isEqualTo("partner");
            assertThat(parse(body.getValue(), body.getKey())
                            .origin()
                            .installation()
                            .app())
                    .isNull();
        }
        assertThat(proven.parseEnvelope("events_api", json(Payloads.mention("Ev1", "help")))
                        .origin()
                        .installation()
                        .app())
                .isEqualTo("partner");
    }

    @Test
    void shouldReadACommand() throws Exception {
        InboundRequest request = parse(FORM, Payloads.form(Payloads.command("1.2.abc", " build shop ")));

        assertThat(request).isEqualTo(new SlashCommand(request.origin(), "/jenkins", "build shop", "builds"));
        assertThat(request.origin().installation())
                .isEqualTo(new InstallationKey(Payloads.APP, Payloads.TEAM, null, false));
        assertThat(request.origin().requester()).isEqualTo(new Requester(Payloads.ANNA, Payloads.TEAM));
        assertThat(request.origin().channelId()).isEqualTo("C0BUILDS");
        assertThat(request.origin().ticket().triggerId()).isEqualTo("1.2.abc");
        assertThat(request.origin().ticket().responseUrl()).isEqualTo("https://hooks.slack.com/commands/T0ACME/1/abc");
        assertThat(request.origin().transport()).isEqualTo(Transport.HTTP);
        assertThat(request.origin().receivedAt()).isEqualTo(clock.instant());
    }

    @ParameterizedTest
    @CsvSource({
        "build+shop, build shop",
        "build%20shop, build shop",
        "a%2Bb%26c%3Dd, a+b&c=d",
        "gr%C3%BCn, grün",
        "grün, grün",
        "%F0%9F%9A%80+los, 🚀 los",
        "%3C%40U0BOT%3E, <@U0BOT>"
    })
    void shouldDecodeAFormAsBrowsersWriteIt(String encoded, String text) throws Exception {
        String body = "command=%2Fjenkins&user_id=U0ANNA&text=" + encoded + "&trigger_id=1";

        assertThat(((SlashCommand) parse(FORM, body)).text()).isEqualTo(text);
    }

    @Test
    void shouldTakeTheFirstOfTwoFieldsWithOneName() throws Exception {
        assertThat(((SlashCommand) parse(FORM, "command=%2Fa&command=%2Fb&user_id=U1")).command())
                .isEqualTo("/a");
    }

    @Test
    void shouldReadACommandOfAWholeOrganisation() throws Exception {
        Map<String, String> fields = Payloads.command("1", "help");
        fields.put("enterprise_id", "E0CORP");
        fields.put("is_enterprise_install", "true");

        InstallationKey installation =
                parse(FORM, Payloads.form(fields)).origin().installation();

        assertThat(installation).isEqualTo(new InstallationKey(Payloads.APP, Payloads.TEAM, "E0CORP", true));
        assertThat(installation.id()).contains("E0CORP");
    }

    @Test
    void shouldReadAPressInAMessage() throws Exception {
        BlockAction press = interaction(BlockAction.class, Payloads.press("9.9", "slack-notify.approve"));

        assertThat(press.actions())
                .containsExactly(new BlockAction.Action(
                        "slack-notify.approve", "b1", new FieldValue("button", List.of("shop#12"))));
        assertThat(press.message()).isEqualTo(MESSAGE);
        assertThat(press.view()).isNull();
        assertThat(press.isOwn()).isTrue();
        assertThat(press.abilities()).containsExactly(Ability.BUTTONS);
        assertThat(press.origin().channelId()).isEqualTo("C0BUILDS");
        assertThat(press.origin().ticket().responseUrl()).contains("/actions/");
        assertThat(press.origin().requester()).isEqualTo(new Requester(Payloads.ANNA, Payloads.TEAM));
    }

    @Test
    void shouldTellALinkButtonFromOneOfItsOwn() throws Exception {
        assertThat(interaction(BlockAction.class, Payloads.press("9.9", "open-build"))
                        .isOwn())
                .isFalse();
    }

    @Test
    void shouldReadAPressInAnEphemeralMessage() throws Exception {
        String json = Payloads.with(
                Payloads.with(Payloads.press("9.9", "slack-notify.x"), "message", "null"), "container", """
            {"type": "message", "message_ts": "1772366400.000100", "channel_id": "D0ANNA", "is_ephemeral": true}""");

        BlockAction press = interaction(BlockAction.class, json);

        assertThat(press.message()).isEqualTo(new MessageReference("1772366400.000100", null));
        assertThat(press.ephemeral()).isTrue();
        assertThat(press.abilities()).containsExactlyInAnyOrder(Ability.BUTTONS, Ability.COMMANDS);
    }

    @Test
    void shouldReadAPressInTheHomeTab() throws Exception {
        String json = Payloads.with(Payloads.press("9.9", "slack-notify.mute"), "view", """
            {"id": "V1", "type": "home", "callback_id": "", "hash": "h", "private_metadata": "",
             "state": {"values": {"b": {"a": {"type": "checkboxes",
                                              "selected_options": [{"value": "x"}, {"value": "y"}]}}}}}""");

        BlockAction press = interaction(BlockAction.class, json);

        assertThat(press.view()).isEqualTo(new ViewReference("V1", "home", "", "h", ""));
        assertThat(press.message()).isNull();
        assertThat(press.abilities()).containsExactly(Ability.HOME);
        assertThat(press.state().field("b", "a")).contains(new FieldValue("checkboxes", List.of("x", "y")));
    }

    @Test
    void shouldReadAModalThatWasSent() throws Exception {
        ViewSubmission submission = interaction(ViewSubmission.class, Payloads.submission("9.9"));

        assertThat(submission.view())
                .isEqualTo(new ViewReference("V0VIEW", "modal", "slack-notify.approve", "1772366400.abc", "shop#12"));
        assertThat(submission.state().value("version", "slack-notify.version")).contains("1.4");
        assertThat(submission.state().value("comment", "slack-notify.comment")).contains("go");
        assertThat(submission.state().value("comment", "none")).isEmpty();
    }

    @Test
    void shouldFindTheInstallationOfAModalWithoutATeam() throws Exception {
        String json = Payloads.with(
                Payloads.with(
                        Payloads.with(Payloads.submission("9.9"), "team", "null"),
                        "enterprise",
                        "{\"id\": \"E0CORP\", \"name\": \"Corp\"}"),
                "is_enterprise_install",
                "true");

        ViewSubmission submission = interaction(ViewSubmission.class, json);

        assertThat(submission.origin().installation())
                .isEqualTo(new InstallationKey(Payloads.APP, Payloads.TEAM, "E0CORP", true));
    }

    /** By slackapi/bolt-js#1614, {@code team} is then that of the member. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        view_submission, T0ACME, T0ACME
        view_closed, T0ACME, T0ACME
        block_actions, T0ACME, T0ACME
        block_suggestion, T0ACME, T0ACME
        view_submission, E0CORP, T0SALES
        """)
    void shouldFindTheInstallationOfAModalThatAColleagueOfAnotherWorkspaceHasSent(
            String type, String installed, String expected) throws Exception {
        String json = """
            {"type": "%s", "api_app_id": "A0JENKINS", "trigger_id": "9.9", "is_enterprise_install": false,
             "team": {"id": "T0SALES"}, "enterprise": {"id": "E0CORP"}, "user": {"id": "W0COL", "team_id": "T0SALES"},
             "action_id": "a", "actions": [{"action_id": "slack-notify.x", "type": "button", "action_ts": "1.1"}],
             "view": {"id": "V1", "type": "modal", "callback_id": "c", "app_installed_team_id": "%s"}}""".formatted(type, installed);

        RequestOrigin origin = interaction(InboundRequest.class, json).origin();

        assertThat(origin.installation().teamId()).isEqualTo(expected);
        assertThat(origin.installation().ids()).contains("E0CORP");
        assertThat(origin.requester().teamId()).isEqualTo("T0SALES");
        assertThat(origin.isFromOutside()).isFalse();
    }

    /** Outside of an organisation, such a member is of another one. */
    @Test
    void shouldKnowThatAModalWasSentFromOutside() throws Exception {
        String json = Payloads.with(
                Payloads.with(Payloads.submission("9.9"), "team", "{\"id\": \"T0OTHERS\"}"),
                "user",
                "{\"id\": \"U0EVE\", \"team_id\": \"T0OTHERS\"}");
        String inAcme = json.replace("\"view\":{", "\"view\":{\"app_installed_team_id\":\"T0ACME\",");

        assertThat(inAcme).contains("app_installed_team_id");
        assertThat(interaction(ViewSubmission.class, inAcme).origin().isFromOutside())
                .isTrue();
    }

    @Test
    void shouldReadThatAModalWasClosed() throws Exception {
        String json = Payloads.with(Payloads.submission("9.9"), "type", "\"view_closed\"");

        assertThat(interaction(ViewClosed.class, json).origin().userId()).isEqualTo("U0ANNA");
    }

    @Test
    void shouldReadAShortcutOfAMessage() throws Exception {
        String json = """
            {"type": "message_action", "callback_id": "slack-notify.again", "trigger_id": "9.9", "action_ts": "1.2",
             "user": {"id": "U0ANNA", "team_id": "T0ACME"}, "team": {"id": "T0ACME"}, "channel": {"id": "C0BUILDS"},
             "message_ts": "1772366400.000100", "response_url": "https://hooks.slack.com/app/1",
             "message": {"ts": "1772366400.000100", "thread_ts": "1772366000.000200", "user": "U0BEN", "text": "hi"}}""";

        Shortcut shortcut = interaction(Shortcut.class, json);

        assertThat(shortcut).isEqualTo(new Shortcut(shortcut.origin(), "slack-notify.again", MESSAGE, "U0BEN"));
    }

    @Test
    void shouldReadAGlobalShortcut() throws Exception {
        String json = """
            {"type": "shortcut", "callback_id": "slack-notify.build", "trigger_id": "9.9", "action_ts": "1.2",
             "user": {"id": "U0ANNA", "team_id": "T0ACME"}, "team": {"id": "T0ACME"}}""";

        Shortcut shortcut = interaction(Shortcut.class, json);

        assertThat(shortcut.message()).isNull();
        assertThat(shortcut.origin().channelId()).isNull();
        assertThat(shortcut.origin().ticket().responseUrl()).isNull();
    }

    @Test
    void shouldReadAQuestionForOptions() throws Exception {
        String json = """
            {"type": "block_suggestion", "action_id": "slack-notify.job", "block_id": "job", "value": "sho",
             "user": {"id": "U0ANNA", "team_id": "T0ACME"}, "team": {"id": "T0ACME"}, "container": {"type": "view"},
             "view": {"id": "V1", "type": "modal", "callback_id": "c"}}""";

        assertThat(interaction(OptionsRequest.class, json).origin().userId()).isEqualTo("U0ANNA");
    }

    @Test
    void shouldReadEveryElementOfBlockKit() throws Exception {
        String json = Payloads.with(Payloads.submission("9.9"), "view", """
            {"id": "V1", "type": "modal", "state": {"values": {"b": {
              "users": {"type": "multi_users_select", "selected_users": ["U1", "U2"]},
              "user": {"type": "users_select", "selected_user": "U1"},
              "channel": {"type": "channels_select", "selected_channel": "C1"},
              "conversations": {"type": "multi_conversations_select", "selected_conversations": ["C1"]},
              "date": {"type": "datepicker", "selected_date": "2026-03-01"},
              "time": {"type": "timepicker", "selected_time": "14:05"},
              "moment": {"type": "datetimepicker", "selected_date_time": 1772366400},
              "radio": {"type": "radio_buttons", "selected_option": {"value": "r"}},
              "none": {"type": "static_select", "selected_option": null},
              "number": {"type": "number_input", "value": "3"},
              "empty": {"type": "plain_text_input", "value": null}}}}}""");

        Map<String, FieldValue> fields =
                interaction(ViewSubmission.class, json).state().fields().get("b");

        assertThat(fields)
                .extractingByKeys(
                        "users", "user", "channel", "conversations", "date", "time", "moment", "radio", "number")
                .extracting(FieldValue::values)
                .containsExactly(
                        List.of("U1", "U2"),
                        List.of("U1"),
                        List.of("C1"),
                        List.of("C1"),
                        List.of("2026-03-01"),
                        List.of("14:05"),
                        List.of("1772366400"),
                        List.of("r"),
                        List.of("3"));
        assertThat(fields.get("none").value()).isEmpty();
        assertThat(fields.get("empty").value()).isEmpty();
    }

    @Test
    void shouldReadAMention() throws Exception {
        AppMention mention = (AppMention) parse(JSON, Payloads.mention("Ev1", "again"));

        assertThat(mention).isEqualTo(new AppMention(mention.origin(), "<@U0BOT> again", MESSAGE));
        assertThat(mention.message().thread()).isEqualTo("1772366000.000200");
        assertThat(mention.origin().channelId()).isEqualTo("C0BUILDS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"bot_id\": \"B1\"", "\"user\": null", "\"channel\": 7"})
    void shouldTakeNoMentionOfABot(String change) throws Exception {
        String event = """
            {"type": "app_mention", "user": "U0ANNA", "channel": "C1", "ts": "1.1", "text": "hi", %s}""".formatted(change);

        assertThat(event(UnknownRequest.class, event).type()).isEqualTo("event/app_mention");
    }

    /** What it said before came as an event of its own. */
    @Test
    void shouldKnowAMentionThatWasEdited() throws Exception {
        AppMention mention = event(AppMention.class, """
            {"type": "app_mention", "user": "U0ANNA", "channel": "C1", "ts": "1.1", "text": "hi", "edited": {"ts": "1.2"}}""");

        assertThat(mention.edited()).isTrue();
    }

    @Test
    void shouldReadADirectMessage() throws Exception {
        DirectMessage message = event(DirectMessage.class, """
            {"type": "message", "channel_type": "im", "channel": "D1", "user": "U0ANNA", "text": "help", "ts": "1.1",
             "team": "T0ACME"}""");

        assertThat(message.text()).isEqualTo("help");
        assertThat(message.message().threadTs()).isNull();
    }

    /** A reply that is sent to the conversation, too, comes as that event alone. */
    @ParameterizedTest
    @ValueSource(strings = {"file_share", "thread_broadcast"})
    void shouldReadADirectMessageThatIsMoreThanItsText(String subtype) throws Exception {
        DirectMessage message = event(DirectMessage.class, """
            {"type": "message", "subtype": "%s", "channel_type": "im", "channel": "D1", "user": "U0ANNA", "text": "log",
             "ts": "1.2", "thread_ts": "1.1", "root": {"type": "message", "bot_id": "B1", "text": "x", "ts": "1.1"}}""".formatted(subtype));

        assertThat(message.text()).isEqualTo("log");
        assertThat(message.message()).isEqualTo(new MessageReference("1.2", "1.1", subtype.equals("thread_broadcast")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "channel_type": "im", "bot_id": "B1"                  | event/message/im/bot_message
            "channel_type": "im", "subtype": "message_changed"    | event/message/im/message_changed
            "channel_type": "im", "subtype": "message_deleted"    | event/message/im/message_deleted
            "channel_type": "im", "edited": {"ts": "1.2"}         | event/message/im
            "channel_type": "channel"                             | event/message/channel
            "channel_type": "mpim"                                | event/message/mpim
            """)
    void shouldTakeNoOtherMessage(String fields, String type) throws Exception {
        String event =
                "{\"type\": \"message\", \"channel\": \"D1\", \"user\": \"U1\", \"text\": \"a\", \"ts\": \"1.1\", "
                        + fields + "}";

        assertThat(event(UnknownRequest.class, event).type()).startsWith(type);
    }

    @Test
    void shouldReadSharedLinks() throws Exception {
        LinkShared shared = event(LinkShared.class, """
            {"type": "link_shared", "channel": "C1", "user": "U0ANNA", "message_ts": "1.1",
             "unfurl_id": "C1.1.abc", "source": "conversations_history", "thread_ts": "1.0",
             "links": [{"domain": "ci.example.org", "url": "https://ci.example.org/job/shop/12/"}, {"domain": "x"}]}""");

        assertThat(shared.links()).containsExactly("https://ci.example.org/job/shop/12/");
        assertThat(shared.message()).isEqualTo(new MessageReference("1.1", "1.0"));
        assertThat(shared.unfurlId()).isEqualTo("C1.1.abc");
    }

    @Test
    void shouldReadALinkWhileItIsTyped() throws Exception {
        LinkShared shared = event(LinkShared.class, """
            {"type": "link_shared", "channel": "COMPOSER", "user": "U0ANNA", "message_ts": "abc", "unfurl_id": "u",
             "source": "composer", "links": [{"domain": "ci", "url": "https://ci.example.org/"}]}""");

        assertThat(shared.message()).isNull();
        assertThat(shared.origin().channelId()).isNull();
    }

    @Test
    void shouldReadThatTheHomeTabWasOpened() throws Exception {
        HomeOpened opened = event(HomeOpened.class, """
            {"type": "app_home_opened", "user": "U0ANNA", "channel": "D1", "tab": "home", "event_ts": "1.1"}""");

        assertThat(opened.tab()).isEqualTo("home");
        assertThat(opened.view()).isNull();
    }

    @Test
    void shouldReadThatTheAppWasUninstalled() throws Exception {
        InstallationChange.Uninstalled uninstalled =
                event(InstallationChange.Uninstalled.class, "{\"type\": \"app_uninstalled\"}");

        assertThat(uninstalled.origin().installation().id()).contains(Payloads.TEAM);
        assertThat(uninstalled.origin().userId()).isNull();
    }

    @Test
    void shouldReadWhoseTokensWereRevoked() throws Exception {
        InstallationChange.TokensRevoked revoked = event(InstallationChange.TokensRevoked.class, """
            {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": ["U2", "U3"]}}""");

        assertThat(revoked.botUserIds()).containsExactly("U2", "U3");
        assertThat(revoked.userIds()).containsExactly("U1");
    }

    @Test
    void shouldReadWhichWorkspacesWereAddedAndRemoved() throws Exception {
        assertThat(event(InstallationChange.AccessGranted.class, """
            {"type": "team_access_granted", "team_ids": ["T1", "T2"]}""").teamIds()).containsExactly("T1", "T2");
        assertThat(event(InstallationChange.AccessRevoked.class, """
            {"type": "team_access_revoked", "team_ids": ["T1"]}""").teamIds()).containsExactly("T1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel", "group"})
    void shouldReadWhatHappensToChannelsPublicAndPrivate(String prefix) throws Exception {
        ChannelChange.Renamed renamed = event(ChannelChange.Renamed.class, """
            {"type": "%s_rename", "channel": {"id": "C1", "name": "new-name", "created": 1}}""".formatted(prefix));

        assertThat(renamed.name()).isEqualTo("new-name");
        assertThat(renamed.origin().channelId()).isEqualTo("C1");
        assertThat(parse(JSON, channelEvent(prefix + "_archive"))).isInstanceOf(ChannelChange.Archived.class);
        assertThat(parse(JSON, channelEvent(prefix + "_unarchive"))).isInstanceOf(ChannelChange.Unarchived.class);
        assertThat(parse(JSON, channelEvent(prefix + "_deleted"))).isInstanceOf(ChannelChange.Deleted.class);
        assertThat(parse(JSON, channelEvent(prefix + "_left"))).isInstanceOf(ChannelChange.BotRemoved.class);
    }

    private static String channelEvent(String type) {
        return Payloads.event("Ev1", "{\"type\": \"" + type + "\", \"channel\": \"C1\", \"user\": \"U1\"}");
    }

    @Test
    void shouldReadThatAChannelHasAnotherId() throws Exception {
        ChannelChange.IdChanged changed = event(ChannelChange.IdChanged.class, """
            {"type": "channel_id_changed", "old_channel_id": "G1", "new_channel_id": "C1", "event_ts": "1.1"}""");

        assertThat(changed.origin().channelId()).isEqualTo("G1");
        assertThat(changed.newId()).isEqualTo("C1");
    }

    @Test
    void shouldKnowForWhomAnEventOfASharedChannelIs() throws Exception {
        String json = Payloads.with(Payloads.mention("Ev1", "hi"), "team_id", "\"T0OTHERS\"");

        assertThat(parse(JSON, json).origin().installation().teamId()).isEqualTo(Payloads.TEAM);
    }

    @Test
    void shouldKnowAMemberOfAnotherOrganisation() throws Exception {
        String press = Payloads.with(
                Payloads.press("9.9", "slack-notify.approve"),
                "user",
                "{\"id\": \"U0EVE\", \"team_id\": \"T0OTHERS\"}");
        String mention = Payloads.event("Ev1", """
            {"type": "app_mention", "user": "U0EVE", "text": "hi", "ts": "1.1", "channel": "C1", "team": "T0ACME",
             "user_team": "T0OTHERS", "source_team": "T0OTHERS"}""");

        assertThat(interaction(BlockAction.class, press).origin().isFromOutside())
                .isTrue();
        assertThat(parse(JSON, mention).origin().isFromOutside()).isTrue();
    }

    @Test
    void shouldNotTakeAColleagueInAnotherWorkspaceOfTheOrganisationForAnOutsider() throws Exception {
        String press = Payloads.with(
                Payloads.with(
                        Payloads.press("9.9", "slack-notify.approve"),
                        "user",
                        "{\"id\": \"W0COL\", \"team_id\": \"T0SALES\"}"),
                "enterprise",
                "{\"id\": \"E0CORP\"}");

        assertThat(interaction(BlockAction.class, press).origin().isFromOutside())
                .isFalse();
    }

    @Test
    void shouldGiveOneIdToOneRequestOnBothTransports() throws Exception {
        String json = Payloads.mention("Ev1", "again");
        Map<String, String> fields = Payloads.command("1.2.abc", "help");
        String press = Payloads.press("9.9", "slack-notify.x");

        assertThat(parser.parseEnvelope("events_api", json(json)).id())
                .isEqualTo(parse(JSON, json).id());
        assertThat(parser.parseEnvelope("slash_commands", json(new Gson().toJson(fields)))
                        .id())
                .isEqualTo(parse(FORM, Payloads.form(fields)).id());
        assertThat(parser.parseEnvelope("interactive", json(press)).id())
                .isEqualTo(interaction(BlockAction.class, press).id());
    }

    @Test
    void shouldGiveDifferentIdsToDifferentRequests() throws Exception {
        Set<String> ids = Set.of(
                parse(JSON, Payloads.mention("Ev1", "again")).id(),
                parse(JSON, Payloads.mention("Ev2", "again")).id(),
                parse(FORM, Payloads.form(Payloads.command("9.8", "help"))).id(),
                parse(FORM, Payloads.form(Payloads.command("9.9", "help"))).id(),
                interaction(BlockAction.class, Payloads.press("9.9", "slack-notify.x"))
                        .id(),
                interaction(BlockAction.class, Payloads.press("9.10", "slack-notify.x"))
                        .id());

        assertThat(ids).hasSize(6).allMatch(id -> id.matches("[0-9a-zA-Z]{32}"));
    }

    @Test
    void shouldTakeNoTwoCommandsForOneThatHaveNothingToTellThemApart() throws Exception {
        String body = "command=%2Fjenkins&user_id=U0ANNA&text=help";

        assertThat(parse(FORM, body).id()).isNotEqualTo(parse(FORM, body).id());
    }

    @Test
    void shouldReadACommandFromAnEnvelope() {
        InboundRequest request = parser.parseEnvelope("slash_commands", json("""
                {"team_id": "T0ACME", "user_id": "U0ANNA", "command": "/jenkins", "text": "", "trigger_id": "1",
                 "is_enterprise_install": "false", "api_app_id": "A0JENKINS"}"""));

        assertThat(request).isInstanceOf(SlashCommand.class);
        assertThat(request.origin().transport()).isEqualTo(Transport.SOCKET);
    }

    @Test
    void shouldCallAnEnvelopeOfANewTypeUnknown() {
        InboundRequest request = parser.parseEnvelope("telepathy", json("{\"user\": \"U1\"}"));

        assertThat(request).isEqualTo(new UnknownRequest(request.origin(), "envelope/telepathy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"app_rate_limited\"}",
                "{\"type\": \"event_callback\"}",
                "{\"type\": \"event_callback\", \"event\": 7}",
                "{\"type\": \"event_callback\", \"event\": {\"type\": \"reaction_added\"}}",
                "{}"
            })
    void shouldCallWhatItDoesNotKnowUnknown(String json) throws Exception {
        assertThat(parse(JSON, json)).isInstanceOf(UnknownRequest.class);
    }

    @Test
    void shouldNotRepeatAnEndlessTypeNorItsControlCharacters() throws Exception {
        String type = "x\\n\\u001b[31m" + "y".repeat(5_000);

        assertThat(((UnknownRequest) parse(JSON, "{\"type\": \"" + type + "\"}")).type())
                .hasSizeLessThanOrEqualTo(80)
                .doesNotContain("\n", "\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "7", "\"text\"", "null", "{\"a\":", "{]", "", "<html></html>", "{\"a\": 1} {\"b\": 2}"})
    void shouldReadNoOtherJson(String body) {
        assertThatThrownBy(() -> parse(JSON, body)).isInstanceOf(UnreadableRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[", "{\"a\":[", "[{\"\\\"[\":"})
    void shouldReadNoJsonThatIsNestedAThousandDeep(String opening) {
        assertThatThrownBy(() -> parse(JSON, opening.repeat(1_000)))
                .isInstanceOf(UnreadableRequestException.class)
                .hasMessageContaining("100 levels");
        assertThatThrownBy(() -> parse(FORM, Payloads.interactionForm(opening.repeat(1_000))))
                .isInstanceOf(UnreadableRequestException.class);
    }

    @Test
    void shouldNotTakeBracketsInATextForNesting() throws Exception {
        String event = Payloads.mention("Ev1", "[{".repeat(500) + "\\\\\\\"[");

        assertThat(parse(JSON, event)).isInstanceOf(AppMention.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "payload=%7B", "text=%", "text=%zz", "payload", "&&&"})
    void shouldReadNoOtherForm(String body) {
        assertThatThrownBy(() -> parse(FORM, body)).isInstanceOf(UnreadableRequestException.class);
    }

    @Test
    void shouldReadNoEndlessForm() {
        assertThatThrownBy(() -> parse(FORM, "a=b&".repeat(10_000)))
                .isInstanceOf(UnreadableRequestException.class)
                .hasMessageContaining("200 fields");
    }

    @Test
    void shouldGoByTheFirstCharacterWhereTheContentTypeSaysNothing() throws Exception {
        assertThat(parse(null, Payloads.mention("Ev1", "hi"))).isInstanceOf(AppMention.class);
        assertThat(parse("text/plain", Payloads.form(Payloads.command("1", "help"))))
                .isInstanceOf(SlashCommand.class);
        assertThat(parse("Application/JSON; charset=utf-8", Payloads.mention("Ev1", "hi")))
                .isInstanceOf(AppMention.class);
    }

    @Test
    void shouldReadNoFormThatCallsItselfJson() {
        assertThatThrownBy(() -> parse(JSON, Payloads.form(Payloads.command("1", "help"))))
                .isInstanceOf(UnreadableRequestException.class);
    }

    @Test
    void shouldReadTheQuestionsOfSlackItself() throws Exception {
        assertThat(parser.parseBody(JSON, "{\"type\": \"url_verification\", \"challenge\": \"3eZbrw1aB\"}".getBytes()))
                .isEqualTo(new ParsedBody.Challenge("3eZbrw1aB"));
        assertThat(parser.parseBody(FORM, "ssl_check=1&token=abc".getBytes()))
                .isEqualTo(new ParsedBody.CertificateCheck());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a b", "", "a\\nb", "é"})
    void shouldEchoNothingButLettersAndDigits(String challenge) {
        String json = "{\"type\": \"url_verification\", \"challenge\": \"" + challenge + "\"}";

        assertThatThrownBy(() -> parser.parseBody(JSON, json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableRequestException.class);
    }
}
