package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * Converts lists and maps to JSON. Of the objects in them it calls only methods of lists, maps, texts and numbers, so that no
 * other code of a script runs.
 */
final class JsonConverter {
    /** The deepest nesting. Block Kit needs about ten levels; a list that holds itself would have no end. */
    private static final int MAX_DEPTH = 30;

    /** The most characters and values, of which a list that holds another one twice, and so on, would have any number. */
    private static final int MAX_SIZE = 5 * AuthorBlocks.MAX_JSON;

    private long size;

    private JsonConverter() {}

    /**
     * Converts a value. Entries of a map whose value is null are left out, because scripts write null for an unused field.
     *
     * @param path the path of the value, for error messages
     * @throws IllegalArgumentException if JSON has no form for the value
     */
    static JsonElement toJson(@CheckForNull Object value, String path) {
        return new JsonConverter().toJson(value, path, 0);
    }

    private JsonElement toJson(@CheckForNull Object value, String path, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(path + ": nested too deep");
        }
        count(1, path);
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof CharSequence written) {
            String text = written.toString();
            count(text.length(), path);
            return new JsonPrimitive(text);
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, path, depth);
        }
        if (value instanceof Collection<?> list) {
            return array(list, path, depth);
        }
        if (value instanceof Object[] items) {
            return array(Arrays.asList(items), path, depth);
        }
        throw new IllegalArgumentException(path + ": takes texts, numbers, booleans, lists and maps, not a "
                + value.getClass().getSimpleName());
    }

    private void count(int more, String path) {
        size += more;
        if (size > MAX_SIZE) {
            throw new IllegalArgumentException(path + ": the blocks are too large");
        }
    }

    private JsonObject object(Map<?, ?> map, String path, int depth) {
        JsonObject object = new JsonObject();
        map.forEach((key, value) -> {
            if (value != null) {
                String name = String.valueOf(key);
                count(name.length(), path);
                object.add(name, toJson(value, path + "." + name, depth + 1));
            }
        });
        return object;
    }

    private JsonArray array(Collection<?> list, String path, int depth) {
        JsonArray array = new JsonArray();
        for (Object item : list) {
            array.add(toJson(item, path + "[" + array.size() + "]", depth + 1));
        }
        return array;
    }
}
