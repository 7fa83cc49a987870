package io.jenkins.plugins.slacknotify.slack.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not_authed",
                "invalid_auth",
                "account_inactive",
                "token_revoked",
                "token_expired",
                "missing_scope",
                "not_allowed_token_type",
                "no_permission",
                "invalid_post_type",
                "invalid_form_data",
                "access_denied",
                "org_login_required",
                "team_added_to_org",
                "team_access_not_granted",
                "two_factor_setup_required",
                "channel_not_found",
                "not_in_channel",
                "is_archived",
                "no_text",
                "invalid_blocks",
                "invalid_blocks_format",
                "msg_blocks_too_long",
                "msg_too_long",
                "too_many_attachments",
                "cannot_reply_to_message",
                "messages_tab_disabled",
                "metadata_too_large",
                "restricted_action",
                "restricted_action_read_only_channel",
                "restricted_action_thread_only_channel",
                "restricted_action_non_threadable_channel",
                "team_not_found",
                "message_not_found",
                "cant_update_message",
                "edit_window_closed",
                "invalid_cursor",
                "thread_not_found",
                "user_not_found",
                "user_not_visible",
                "user_disabled",
                "cannot_dm_bot",
                "invalid_user_combination",
                "invalid_name",
                "thread_locked",
                "not_reactable",
                "too_many_emoji",
                "too_many_reactions",
                "app_access_restricted",
                "channel_is_limited_access",
                "invalid_array_arg",
                "invalid_attachments",
                "invalid_thread_ts",
                "is_inactive",
                "method_not_supported_for_channel_type",
                "missing_file_data",
                "restricted_action_thread_locked",
                "slack_connect_canvas_sharing_blocked",
                "slack_connect_clip_sharing_blocked",
                "slack_connect_file_link_sharing_blocked",
                "slack_connect_lists_sharing_blocked",
                "too_many_contact_cards",
                "too_many_channels",
                "too_many_messages",
                "answer_too_long"
            })
    void shouldHaveASentenceOfItsOwn(String error) {
        String remedy = refuse(error, "{}").remedy();

        assertThat(remedy).doesNotContain(error, "{", "}").hasSizeGreaterThan(20);
    }

    @Test
    void shouldPutItsSentencesTogether() {
        assertThat(refuse("token_revoked", "{}").remedy())
                .isEqualTo("The token was revoked. To get a token that works, open your app on"
                        + " https://api.slack.com/apps, page \"OAuth & Permissions\", (re)install the app, and put the"
                        + " \"Bot User OAuth Token\" into the Jenkins credential.");
    }

    @Test
    void shouldNameTheCodeOfAnErrorThatNobodyKnows() {
        assertThat(refuse("brand_new_error", "{}").remedy()).contains("\"brand_new_error\"");
    }

    @ParameterizedTest
    @CsvSource({"#builds, #builds", "builds, #builds", "C0123456, C0123456", "U0123456, U0123456", ", the channel"})
    void shouldNameTheChannelAsPeopleDo(String channel, String displayed) {
        assertThat(Refusals.of("not_in_channel", reply("{}"), channel).remedy())
                .isEqualTo("The bot is not a member of " + displayed
                        + ". In Slack, open that channel and type: /invite @your-bot");
    }

    @Test
    void shouldNameTheBotOnceItIsKnown() {
        assertThat(refuse("not_in_channel", "{}").namingBot("jenkins").remedy()).endsWith("/invite @jenkins");
    }

    @Test
    void shouldNameTheMissingScopeAndWhereToAddIt() {
        Refusal refusal = refuse("missing_scope", "{\"needed\":\"chat:write\",\"provided\":\"users:read\"}");

        assertThat(refusal.remedy()).contains("chat:write", "OAuth & Permissions", "Bot Token Scopes", "reinstall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users:read.email", "users:read", "im:write"})
    void shouldNameTheScopesForPeople(String scope) {
        Refusal refusal =
                Refusals.of("missing_scope", reply("{\"needed\":\"" + scope + "\",\"provided\":\"chat:write\"}"), null);

        assertThat(refusal.remedy()).contains("lacks the scope " + scope + ".", "reinstall");
    }

    @Test
    void shouldNameThePersonWhoCannotBeWrittenTo() {
        assertThat(Refusals.of("user_disabled", reply("{}"), "U0123456").remedy())
                .isEqualTo("The member U0123456 is deactivated in Slack and can be sent nothing.");
    }

    @Test
    void shouldPassOnWhatSlackSaysAboutBlocks() {
        Refusal refusal = refuse("invalid_blocks", """
            {"errors":["must be less than 3001 characters [json-pointer:/blocks/0/text/text]"],
             "response_metadata":{"messages":["[ERROR] no more than 50 items allowed"]}}\
            """);

        assertThat(refusal.remedy()).contains("3001 characters", "[json-pointer:/blocks/0/text/text]", "50 items");
    }

    @Test
    void shouldKeepForeignTextShortAndOnOneLine() {
        Refusal refusal = refuse("invalid_blocks", "{\"errors\":[\"a\\r\\nb\\u001b[31m" + "x".repeat(5000) + "\"]}");

        assertThat(refusal.remedy())
                .contains("a b [31m")
                .doesNotContain("\n", "\r", "\u001b")
                .hasSizeLessThan(600);
    }

    @ParameterizedTest
    @CsvSource({
        "not_in_channel, true",
        "brand_new_error, true",
        "team_added_to_org, false",
        "message_limit_exceeded, false",
        "update_failed, false",
        "invalid_cursor, false",
        "org_login_required, false",
        "http_302, false"
    })
    void shouldTellWhatPassesByItself(String error, boolean permanent) {
        assertThat(refuse(error, "{}").permanent()).isEqualTo(permanent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment_payload_limit_exceeded",
                "block_mismatch",
                "invalid_arg_name",
                "invalid_array_arg",
                "invalid_metadata_format",
                "invalid_metadata_schema",
                "markdown_text_conflict",
                "missing_file_data",
                "slack_connect_canvas_sharing_blocked",
                "slack_connect_clip_sharing_blocked",
                "slack_connect_file_link_sharing_blocked",
                "slack_connect_lists_sharing_blocked",
                "too_many_contact_cards"
            })
    void shouldKnowWhatIsTheMessagesOwnFault(String error) {
        assertThat(refuse(error, "{}").isAboutTheMessage()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channels:history|channels:history,groups:history|chat:write|channels:history",
                "channels:history,groups:history,mpim:history,im:history|channels:history,groups:history|chat:write|channels:history",
                "channels:history,groups:history|channels:history,groups:history|channels:history|groups:history",
                "channels:manage,groups:write,im:write,mpim:write|im:write|chat:write|im:write",
                "brand:new,other:new|im:write|chat:write|brand:new,other:new"
            })
    void shouldNameTheOneScopeThatIsMeant(String named, String own, String provided, String expected) {
        Refusal refusal = Refusals.of(
                "missing_scope",
                reply("{\"needed\":\"" + named + "\",\"provided\":\"" + provided + "\"}"),
                null,
                List.of(own.split(",")));

        assertThat(refusal.remedy()).contains("lacks the scope " + expected + ".");
    }

    private static Refusal refuse(String error, String details) {
        return Refusals.of(error, reply(details), "#builds");
    }

    private static JsonResponse reply(String json) {
        return JsonResponse.parse("{\"ok\":false," + json.strip().substring(1).replaceFirst("^}$", "\"x\":1}"))
                .orElseThrow();
    }
}
