package io.jenkins.plugins.slacknotify.sandbox.rules;

import static io.jenkins.plugins.slacknotify.sandbox.rules.ObjectRule.object;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.anything;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.bool;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.byType;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.link;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.list;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.nonEmptyString;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.number;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.oneOf;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.string;

import java.util.Map;

/**
 * The composition objects and interactive elements of Block Kit. Which fields exist is DOCUMENTED; numbers carry their
 * own mark in {@link Limit}.
 */
final class Elements {
    private Elements() {}

    static Rule plainText(Limit max) {
        return byType(Map.of("plain_text", plain(max)));
    }

    /** {@code emoji} belongs to plain_text and {@code verbatim} to mrkdwn: the other way round Slack refuses. */
    static Rule text(Limit max) {
        return byType(Map.of("plain_text", plain(max), "mrkdwn", mrkdwn(max)));
    }

    static Rule actions() {
        return byType(Map.ofEntries(
                Map.entry("button", button()),
                Map.entry("overflow", overflow()),
                Map.entry("static_select", select()),
                Map.entry("external_select", externalSelect()),
                Map.entry("users_select", picker("initial_user")),
                Map.entry("conversations_select", conversations()),
                Map.entry("channels_select", conversations()),
                Map.entry("checkboxes", choices("initial_options")),
                Map.entry("radio_buttons", choices("initial_option")),
                Map.entry("datepicker", picker("initial_date")),
                Map.entry("timepicker", picker("initial_time"))));
    }

    static Rule accessory() {
        return byType(Map.ofEntries(
                Map.entry("button", button()),
                Map.entry("overflow", overflow()),
                Map.entry("static_select", select()),
                Map.entry("multi_static_select", multiSelect()),
                Map.entry("external_select", externalSelect()),
                Map.entry("checkboxes", choices("initial_options")),
                Map.entry("radio_buttons", choices("initial_option")),
                Map.entry("datepicker", picker("initial_date")),
                Map.entry("image", image())));
    }

    static Rule contextElements() {
        return byType(Map.of(
                "image", image(), "mrkdwn", mrkdwn(Limit.CONTEXT_TEXT), "plain_text", plain(Limit.CONTEXT_TEXT)));
    }

    static ObjectRule image() {
        return object().required("alt_text", string(Limit.ALT_TEXT))
                .optional("image_url", nonEmptyString(Limit.URL).then(new ImageUrlRule()))
                .optional("slack_file", anything())
                .anyOf("image_url", "slack_file");
    }

    private static ObjectRule plain(Limit max) {
        return object().required("text", nonEmptyString(max)).optional("emoji", bool());
    }

    private static ObjectRule mrkdwn(Limit max) {
        return object().required("text", nonEmptyString(max)).optional("verbatim", bool());
    }

    private static ObjectRule button() {
        return object().required("text", plainText(Limit.BUTTON_TEXT))
                .optional("action_id", string(Limit.ID))
                .optional("url", link())
                .optional("value", string(Limit.BUTTON_VALUE))
                .optional("style", oneOf("primary", "danger"))
                .optional("confirm", anything())
                .optional("accessibility_label", string(Limit.BUTTON_TEXT));
    }

    private static ObjectRule overflow() {
        return object().required("options", list(1, Limit.OVERFLOW_OPTIONS.value(), option()))
                .optional("action_id", string(Limit.ID))
                .optional("confirm", anything());
    }

    private static ObjectRule select() {
        return object().required("options", list(1, Limit.SELECT_OPTIONS.value(), option()))
                .optional("placeholder", plainText(Limit.PLACEHOLDER))
                .optional("action_id", string(Limit.ID))
                .optional("initial_option", option())
                .optional("confirm", anything())
                .optional("focus_on_load", bool());
    }

    /** Returns the rule of what an input block may hold. */
    static Rule inputs() {
        return byType(Map.ofEntries(
                Map.entry("plain_text_input", textInput()),
                Map.entry("number_input", numberInput()),
                Map.entry("static_select", select()),
                Map.entry("multi_static_select", multiSelect()),
                Map.entry("external_select", externalSelect()),
                Map.entry("checkboxes", choices("initial_options")),
                Map.entry("radio_buttons", choices("initial_option")),
                Map.entry("datepicker", picker("initial_date")),
                Map.entry("timepicker", picker("initial_time")),
                Map.entry("users_select", picker("initial_user")),
                Map.entry("conversations_select", conversations()),
                Map.entry("channels_select", conversations()),
                Map.entry("url_text_input", textInput()),
                Map.entry("email_text_input", textInput())));
    }

    private static ObjectRule input() {
        return object().optional("action_id", string(Limit.ID))
                .optional("placeholder", plainText(Limit.PLACEHOLDER))
                .optional("focus_on_load", bool());
    }

    private static ObjectRule textInput() {
        return input().optional("initial_value", string(Limit.INPUT_TEXT))
                .optional("multiline", bool())
                .optional("min_length", number())
                .optional("max_length", number())
                .optional("dispatch_action_config", anything());
    }

    private static ObjectRule numberInput() {
        return input().required("is_decimal_allowed", bool())
                .optional("initial_value", string())
                .optional("min_value", string())
                .optional("max_value", string())
                .optional("dispatch_action_config", anything());
    }

    private static ObjectRule multiSelect() {
        return input().required("options", list(1, Limit.SELECT_OPTIONS.value(), option()))
                .optional("initial_options", list(1, Limit.SELECT_OPTIONS.value(), option()))
                .optional("max_selected_items", number())
                .optional("confirm", anything());
    }

    private static ObjectRule externalSelect() {
        return input().optional("min_query_length", number())
                .optional("initial_option", option())
                .optional("confirm", anything());
    }

    private static ObjectRule choices(String initial) {
        return object().required("options", list(1, Limit.CHOICES.value(), option()))
                .optional("action_id", string(Limit.ID))
                .optional(initial, anything())
                .optional("confirm", anything())
                .optional("focus_on_load", bool());
    }

    private static ObjectRule picker(String initial) {
        return input().optional(initial, string()).optional("confirm", anything());
    }

    private static ObjectRule conversations() {
        return input().optional("initial_conversation", string())
                .optional("initial_channel", string())
                .optional("default_to_current_conversation", bool())
                .optional("response_url_enabled", bool())
                .optional("filter", anything())
                .optional("confirm", anything());
    }

    private static ObjectRule option() {
        return object().required("text", text(Limit.OPTION_TEXT))
                .required("value", string(Limit.OPTION_VALUE))
                .optional("description", plainText(Limit.OPTION_TEXT))
                .optional("url", link());
    }
}
