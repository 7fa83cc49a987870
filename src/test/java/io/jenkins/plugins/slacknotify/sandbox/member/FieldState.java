package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** The value that a member has typed or chosen, as Slack puts it in {@code state.values} and in actions. DOCUMENTED. */
final class FieldState {
    private FieldState() {}

    /**
     * The state of all elements.
     *
     * @param values by {@code action_id} or {@code block_id}; what is not mentioned has its initial value
     */
    static JsonObject of(List<BlockSearch> elements, Map<String, String> values) {
        var blocks = new JsonObject();
        for (var element : elements) {
            if (element.actionId().isEmpty()
                    || element.type().equals("button")
                    || element.type().equals("overflow")) {
                continue;
            }
            if (!blocks.has(element.blockId())) {
                blocks.add(element.blockId(), new JsonObject());
            }
            String value = values.containsKey(element.actionId())
                    ? values.get(element.actionId())
                    : values.get(element.blockId());
            blocks.getAsJsonObject(element.blockId())
                    .add(element.actionId(), value == null ? initial(element) : chosen(element, value));
        }
        var state = new JsonObject();
        state.add("values", blocks);
        return state;
    }

    /** An element with what was typed or chosen; several values of one element are separated by commas. */
    static JsonObject chosen(BlockSearch element, String value) {
        var json = PayloadFields.object("type", element.type());
        switch (element.type()) {
            case "static_select", "radio_buttons", "overflow" ->
                json.add("selected_option", value.isEmpty() ? JsonNull.INSTANCE : option(element, value));
            case "external_select" ->
                json.add("selected_option", value.isEmpty() ? JsonNull.INSTANCE : externalOption(value));
            case "checkboxes", "multi_static_select" -> {
                var options = new JsonArray();
                for (String each : value.isEmpty() ? new String[0] : value.split(",")) {
                    options.add(option(element, each.trim()));
                }
                json.add("selected_options", options);
            }
            case "datepicker" -> json.addProperty("selected_date", value.isEmpty() ? null : value);
            case "timepicker" -> json.addProperty("selected_time", value.isEmpty() ? null : value);
            case "users_select" -> json.addProperty("selected_user", value.isEmpty() ? null : value);
            case "conversations_select" -> json.addProperty("selected_conversation", value.isEmpty() ? null : value);
            case "channels_select" -> json.addProperty("selected_channel", value.isEmpty() ? null : value);
            default -> json.addProperty("value", value.isEmpty() ? null : value);
        }
        return json;
    }

    private static JsonObject option(BlockSearch element, String value) {
        return element.option(value)
                .orElseThrow(() -> new IllegalArgumentException("no option " + value + " in " + element.actionId()))
                .deepCopy();
    }

    /** The text is whatever the app has offered for the value; the value stands for it here. */
    private static JsonObject externalOption(String value) {
        var text = PayloadFields.object("type", "plain_text", "text", value);
        var option = new JsonObject();
        option.add("text", text);
        option.addProperty("value", value);
        return option;
    }

    private static JsonObject initial(BlockSearch element) {
        var json = PayloadFields.object("type", element.type());
        var given = element.element();
        Map<String, String> names = Map.of(
                "initial_value", "value",
                "initial_option", "selected_option",
                "initial_options", "selected_options",
                "initial_date", "selected_date",
                "initial_time", "selected_time",
                "initial_user", "selected_user",
                "initial_conversation", "selected_conversation",
                "initial_channel", "selected_channel");
        for (Map.Entry<String, JsonElement> field : given.entrySet()) {
            if (names.containsKey(field.getKey())) {
                json.add(names.get(field.getKey()), field.getValue().deepCopy());
            }
        }
        if (json.size() == 1) {
            return chosen(element, "");
        }
        return json;
    }
}
