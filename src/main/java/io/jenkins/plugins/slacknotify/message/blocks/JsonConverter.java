package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Collection;
import java.util.Map;

/** Makes JSON of lists and maps. Calls nothing of a foreign class but what those, texts and numbers have. */
final class JsonConverter {
    /** Block Kit needs about ten. A list that holds itself has no end. */
    private static final int DEEPEST = 30;

    private JsonConverter() {}

    /**
     * What is null in a map is left out, as a script writes it for what it does not need.
     *
     * @param place how to call it in the message
     * @throws IllegalArgumentException for anything that JSON has no word for
     */
    static JsonElement toJson(@CheckForNull Object value, String place) {
        return toJson(value, place, 0);
    }

    private static JsonElement toJson(@CheckForNull Object value, String place, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(place + ": nested too deep");
        }
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof CharSequence text) {
            return new JsonPrimitive(text.toString());
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, place, depth);
        }
        if (value instanceof Collection<?> list) {
            return array(list, place, depth);
        }
        throw new IllegalArgumentException(place + ": takes texts, numbers, booleans, lists and maps, not a "
                + value.getClass().getSimpleName());
    }

    private static JsonObject object(Map<?, ?> map, String place, int depth) {
        JsonObject object = new JsonObject();
        map.forEach((key, value) -> {
            if (value != null) {
                String name = String.valueOf(key);
                object.add(name, toJson(value, place + "." + name, depth + 1));
            }
        });
        return object;
    }

    private static JsonArray array(Collection<?> list, String place, int depth) {
        JsonArray array = new JsonArray();
        for (Object item : list) {
            array.add(toJson(item, place + "[" + array.size() + "]", depth + 1));
        }
        return array;
    }
}
