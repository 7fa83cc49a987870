package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule of Slack for a value in a block. Rules follow Slack's documentation: what it does not mention is allowed. */
@FunctionalInterface
interface BlockRule {
    BlockRule ANYTHING = (value, path) -> {};

    /** Checks a value, and adds to {@code path} each fault that it finds. */
    void check(JsonElement value, BlockPath path);

    /** Requires a text of at least one and at most the given number of characters. */
    static BlockRule text(int limit) {
        return (value, path) -> {
            Optional<String> text = text(value);
            if (text.isEmpty()) {
                path.addFault("must be a text");
            } else if (text.get().isEmpty()) {
                path.addFault("is empty");
            } else if (text.get().length() > limit) {
                path.addFault(
                        "longer than " + limit + " characters (" + text.get().length() + ")");
            }
        };
    }

    static BlockRule oneOf(String... allowed) {
        return (value, path) -> {
            if (text(value).filter(List.of(allowed)::contains).isEmpty()) {
                path.addFault("must be " + String.join(" or ", allowed));
            }
        };
    }

    /** Requires a list of at least one and at most the given number of items, and applies a rule to each. */
    static BlockRule list(int limit, BlockRule item) {
        return (value, path) -> {
            if (!value.isJsonArray()) {
                path.addFault("must be a list");
                return;
            }
            int size = value.getAsJsonArray().size();
            if (size == 0) {
                path.addFault("is empty");
            } else if (size > limit) {
                path.addFault("more than " + limit + " (" + size + ")");
            }
            for (int i = 0; i < size; i++) {
                item.check(value.getAsJsonArray().get(i), path.item(i));
            }
        };
    }

    /** Applies to an object the rule for its {@code type}. An object of any other type is allowed. */
    static BlockRule byType(Map<String, BlockRule> rules) {
        return (value, path) -> {
            if (!value.isJsonObject()) {
                path.addFault("must be an object (in Groovy a map), not " + kind(value));
                return;
            }
            text(value.getAsJsonObject(), "type")
                    .ifPresentOrElse(
                            type -> rules.getOrDefault(type, ANYTHING).check(value, path),
                            () -> path.addFault("has no type"));
        };
    }

    /** The text in the field of that name; empty if there is none. */
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
