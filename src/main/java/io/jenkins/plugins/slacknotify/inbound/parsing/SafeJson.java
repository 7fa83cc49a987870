package io.jenkins.plugins.slacknotify.inbound.parsing;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;

/** Parses JSON that somebody else wrote, without deep recursion whatever the version of the library. */
public final class SafeJson {
    /** How deep objects and lists may be nested. Slack's requests stay below 20. */
    static final int MAX_DEPTH = 100;

    private SafeJson() {}

    /** Parses one JSON object. */
    public static JsonResponse parse(String text) throws UnreadableRequestException {
        if (depth(text) > MAX_DEPTH) {
            throw new UnreadableRequestException("The JSON is nested more than " + MAX_DEPTH + " levels deep.");
        }
        try {
            JsonElement element = JsonParser.parseString(text);
            if (element.isJsonObject()) {
                return new JsonResponse(element.getAsJsonObject());
            }
        } catch (JsonParseException notJson) {
            // Its message may quote the request.
        }
        throw new UnreadableRequestException("This is no JSON object.");
    }

    /** Returns how deep a text is nested at most. In what is no JSON it is a number without a meaning. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }
}
