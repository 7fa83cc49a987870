package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Slack asks of a value. It says no more than Slack's documentation does: what is not known here passes. */
@FunctionalInterface
interface BlockRule {
    /** Whatever it is. */
    BlockRule ANYTHING = (value, place) -> {};

    void check(JsonElement value, BlockPath place);

    /** A text of 1 to so many characters. */
    static BlockRule text(int most) {
        return (value, place) -> {
            Optional<String> text = text(value);
            if (text.isEmpty()) {
                place.addFault("must be a text");
            } else if (text.get().isEmpty()) {
                place.addFault("is empty");
            } else if (text.get().length() > most) {
                place.addFault(
                        "longer than " + most + " characters (" + text.get().length() + ")");
            }
        };
    }

    /** One of these texts. */
    static BlockRule oneOf(String... allowed) {
        return (value, place) -> {
            if (text(value).filter(List.of(allowed)::contains).isEmpty()) {
                place.addFault("must be " + String.join(" or ", allowed));
            }
        };
    }

    /** A list of 1 to so many things. */
    static BlockRule list(int most, BlockRule item) {
        return (value, place) -> {
            if (!value.isJsonArray()) {
                place.addFault("must be a list");
                return;
            }
            int size = value.getAsJsonArray().size();
            if (size == 0) {
                place.addFault("is empty");
            } else if (size > most) {
                place.addFault("more than " + most + " (" + size + ")");
            }
            for (int i = 0; i < size; i++) {
                item.check(value.getAsJsonArray().get(i), place.item(i));
            }
        };
    }

    /** An object that says by its {@code type} what it is; one of a type that is not known here passes. */
    static BlockRule byType(Map<String, BlockRule> rules) {
        return (value, place) -> {
            if (!value.isJsonObject()) {
                place.addFault("must be an object (in Groovy a map), not " + kind(value));
                return;
            }
            text(value.getAsJsonObject(), "type")
                    .ifPresentOrElse(
                            type -> rules.getOrDefault(type, ANYTHING).check(value, place),
                            () -> place.addFault("has no type"));
        };
    }

    /** The text of that name; empty where there is none. */
    static Optional<String> text(JsonObject object, String name) {
        return text(object.get(name));
    }

    private static Optional<String> text(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString()
                ? Optional.of(primitive.getAsString())
                : Optional.empty();
    }

    private static String kind(JsonElement value) {
        if (value.isJsonArray()) {
            return "a list";
        }
        return value.isJsonNull() ? "null" : "a single value";
    }
}
