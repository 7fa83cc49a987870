package io.jenkins.plugins.slacknotify.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the texts that blocks show, at any depth. */
public final class TextObjects {
    private TextObjects() {}

    public static List<String> in(JsonElement content) {
        return stream(content).toList();
    }

    private static Stream<String> stream(JsonElement content) {
        if (content.isJsonArray()) {
            return content.getAsJsonArray().asList().stream().flatMap(TextObjects::stream);
        }
        if (content instanceof JsonObject object) {
            return object.entrySet().stream().flatMap(TextObjects::field);
        }
        return Stream.empty();
    }

    private static Stream<String> field(Map.Entry<String, JsonElement> field) {
        return field.getKey().equals("text") && field.getValue().isJsonPrimitive()
                ? Stream.of(field.getValue().getAsString())
                : stream(field.getValue());
    }
}
