package io.jenkins.plugins.slacknotify.inbound.parsing;

import com.google.gson.JsonElement;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads what was chosen or typed in the elements of
 * <a href="https://docs.slack.dev/reference/block-kit/block-elements">Block Kit</a>. Each has the value in a field of its
 * own, so the first that is there counts, whatever the element.
 */
final class FormStateParser {
    private static final List<String> SINGLE = List.of(
            "value",
            "selected_user",
            "selected_conversation",
            "selected_channel",
            "selected_date",
            "selected_time",
            "selected_date_time");
    private static final List<String> MANY = List.of("selected_users", "selected_conversations", "selected_channels");

    private FormStateParser() {}

    /** Reads {@code state.values}, of a message or a view. */
    static FormState state(JsonResponse from) {
        Map<String, Map<String, FieldValue>> fields = new LinkedHashMap<>();
        JsonResponse values = from.object("state").object("values");
        for (String block : values.json().keySet()) {
            Map<String, FieldValue> actions = new LinkedHashMap<>();
            JsonResponse elements = values.object(block);
            for (String action : elements.json().keySet()) {
                actions.put(action, value(elements.object(action)));
            }
            fields.put(block, actions);
        }
        return new FormState(fields);
    }

    /** Reads one element. */
    static FieldValue value(JsonResponse element) {
        List<String> values = new ArrayList<>();
        SINGLE.forEach(name -> primitive(element, name).forEach(values::add));
        Payload.text(element.object("selected_option"), "value").ifPresent(values::add);
        element.objects("selected_options")
                .flatMap(option -> option.text("value").stream())
                .forEach(values::add);
        MANY.forEach(name -> element.texts(name).forEach(values::add));
        return new FieldValue(Payload.text(element, "type").orElse(""), values);
    }

    private static Stream<String> primitive(JsonResponse element, String name) {
        JsonElement value = element.json().get(name);
        return value != null && value.isJsonPrimitive() ? Stream.of(value.getAsString()) : Stream.empty();
    }
}
