package io.jenkins.plugins.slacknotify.inbound;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Payloads as Slack's documentation shows them, with the fields that the plugin has no use for. */
public final class Payloads {
    public static final String APP = "A0JENKINS";
    public static final String TEAM = "T0ACME";
    public static final String ANNA = "U0ANNA";

    private Payloads() {}

    /** The fields of {@code /jenkins TEXT}. */
    public static Map<String, String> command(String triggerId, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", "verification-token");
        fields.put("team_id", TEAM);
        fields.put("team_domain", "acme");
        fields.put("channel_id", "C0BUILDS");
        fields.put("channel_name", "builds");
        fields.put("user_id", ANNA);
        fields.put("user_name", "anna");
        fields.put("command", "/jenkins");
        fields.put("text", text);
        fields.put("api_app_id", APP);
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", "https://hooks.slack.com/commands/T0ACME/1/abc");
        fields.put("trigger_id", triggerId);
        return fields;
    }

    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The form in which an interaction comes. */
    public static String interactionForm(String json) {
        return form(Map.of("payload", json));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An event in its callback. */
    public static String event(String eventId, String event) {
        return """
            {"token": "verification-token", "team_id": "T0ACME", "api_app_id": "A0JENKINS", "type": "event_callback",
             "event_id": "%s", "event_time": 1772366400, "event_context": "4-abc", "is_ext_shared_channel": false,
             "authorizations": [{"enterprise_id": null, "team_id": "T0ACME", "user_id": "U0BOT", "is_bot": true,
                                 "is_enterprise_install": false}],
             "event": %s}
            """.formatted(eventId, event);
    }

    public static String mention(String eventId, String text) {
        return event(eventId, """
            {"type": "app_mention", "user": "U0ANNA", "text": "<@U0BOT> %s", "ts": "1772366400.000100",
             "thread_ts": "1772366000.000200", "channel": "C0BUILDS", "event_ts": "1772366400.000100", "team": "T0ACME"}
            """.formatted(text));
    }

    /** A press of a button in a message of the bot. */
    public static String press(String triggerId, String actionId) {
        return """
            {"type": "block_actions", "token": "verification-token", "api_app_id": "A0JENKINS",
             "team": {"id": "T0ACME", "domain": "acme"}, "enterprise": null, "is_enterprise_install": false,
             "user": {"id": "U0ANNA", "username": "anna", "name": "anna", "team_id": "T0ACME"},
             "container": {"type": "message", "message_ts": "1772366400.000100", "channel_id": "C0BUILDS",
                           "thread_ts": "1772366000.000200", "is_ephemeral": false},
             "channel": {"id": "C0BUILDS", "name": "builds"},
             "message": {"type": "message", "ts": "1772366400.000100", "thread_ts": "1772366000.000200", "text": "shop #12",
                         "bot_id": "B0BOT", "blocks": []},
             "state": {"values": {}},
             "response_url": "https://hooks.slack.com/actions/T0ACME/1/abc", "trigger_id": "%s",
             "actions": [{"type": "button", "action_id": "%s", "block_id": "b1", "value": "shop#12",
                          "text": {"type": "plain_text", "text": "Approve"}, "action_ts": "1772366401.000300"}]}
            """.formatted(triggerId, actionId);
    }

    /** A modal that was sent. */
    public static String submission(String triggerId) {
        return """
            {"type": "view_submission", "token": "verification-token", "api_app_id": "A0JENKINS",
             "team": {"id": "T0ACME", "domain": "acme"}, "user": {"id": "U0ANNA", "name": "anna", "team_id": "T0ACME"},
             "trigger_id": "%s", "is_enterprise_install": false, "enterprise": null, "response_urls": [],
             "view": {"id": "V0VIEW", "team_id": "T0ACME", "type": "modal", "callback_id": "slack-notify.approve",
                      "hash": "1772366400.abc", "private_metadata": "shop#12", "blocks": [],
                      "state": {"values": {"version": {"slack-notify.version": {"type": "static_select",
                                    "selected_option": {"text": {"type": "plain_text", "text": "1.4"}, "value": "1.4"}}},
                                "comment": {"slack-notify.comment": {"type": "plain_text_input", "value": "go"}}}}}}
            """.formatted(triggerId);
    }

    /** A copy of a JSON object in which one field has another value, given as JSON. */
    public static String with(String json, String field, String value) {
        JsonObject object = JsonParser.parseString(json).getAsJsonObject();
        object.add(field, JsonParser.parseString(value));
        return object.toString();
    }
}
