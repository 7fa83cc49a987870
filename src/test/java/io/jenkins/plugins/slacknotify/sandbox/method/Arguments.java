package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The arguments of a call as strings; structured ones are JSON text, as in a form. Never holds the token. */
public record Arguments(Map<String, String> values) {
    public Arguments {
        values = Map.copyOf(values);
    }

    /** From a JSON body; nulls count as not given. */
    public static Arguments of(JsonObject body) {
        var values = new LinkedHashMap<String, String>();
        body.asMap().forEach((name, value) -> {
            if (!value.isJsonNull()) {
                values.put(name, value.isJsonPrimitive() ? value.getAsString() : value.toString());
            }
        });
        return new Arguments(values);
    }

    public static Arguments none() {
        return new Arguments(Map.of());
    }

    /** Empty where the argument is missing or the empty string. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean flag(String name) {
        return text(name)
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    /** {@code fallback} where the argument is missing or no number. */
    int number(String name, int fallback) {
        try {
            return text(name).map(Integer::parseInt).orElse(fallback);
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    /** @throws SlackRefusal with {@code error} where the argument is no JSON array */
    public Optional<JsonArray> array(String name, String error) {
        return json(name, error).map(value -> {
            if (!value.isJsonArray()) {
                throw new SlackRefusal(error);
            }
            return value.getAsJsonArray();
        });
    }

    /** @throws SlackRefusal with {@code error} where the argument is no JSON object */
    public Optional<JsonObject> object(String name, String error) {
        return json(name, error).map(value -> {
            if (!value.isJsonObject()) {
                throw new SlackRefusal(error);
            }
            return value.getAsJsonObject();
        });
    }

    private Optional<JsonElement> json(String name, String error) {
        try {
            return text(name).map(JsonParser::parseString);
        } catch (JsonParseException e) {
            throw new SlackRefusal(error);
        }
    }
}
