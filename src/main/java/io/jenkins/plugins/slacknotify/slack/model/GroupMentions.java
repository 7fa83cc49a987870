package io.jenkins.plugins.slacknotify.slack.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts words in the place of mentions that call everybody in a channel or workspace: of markup, and of the element {@code broadcast} of
 * a block {@code rich_text}, as Slack's reference of blocks has it.
 */
final class GroupMentions {
    /** A mention of everybody in mrkdwn, or in JSON, where angle brackets may be escaped. */
    private static final Pattern MARKUP =
            Pattern.compile("(?:<|\\\\u003c)!(here|channel|everyone)(?:\\|[^<>\"\\\\]*)?(?:>|\\\\u003e)");

    private static final String BROADCAST = "broadcast";

    private GroupMentions() {}

    /** Returns markup that calls nobody; the same where it calls nobody already. */
    static String removeFrom(String mrkdwn) {
        return MARKUP.matcher(mrkdwn).replaceAll("@$1");
    }

    /** Returns blocks that call nobody; the same text where they call nobody already. @param blocks a JSON array */
    static String removeFromBlocks(String blocks) {
        String quiet = removeFrom(blocks);
        if (!quiet.contains(BROADCAST)) {
            return quiet;
        }
        try {
            JsonElement before = JsonParser.parseString(quiet);
            JsonElement after = withoutBroadcasts(before);
            return after.equals(before) ? quiet : after.toString();
        } catch (JsonParseException e) {
            return quiet;
        }
    }

    private static JsonElement withoutBroadcasts(JsonElement element) {
        if (element instanceof JsonArray array) {
            JsonArray changed = new JsonArray();
            array.forEach(each -> changed.add(withoutBroadcasts(each)));
            return changed;
        }
        if (!(element instanceof JsonObject object)) {
            return element;
        }
        JsonObject changed = new JsonObject();
        for (Map.Entry<String, JsonElement> field : object.entrySet()) {
            changed.add(field.getKey(), withoutBroadcasts(field.getValue()));
        }
        if (isText(changed.get("type"))
                && BROADCAST.equals(changed.get("type").getAsString())
                && isText(changed.get("range"))) {
            changed.addProperty("type", "text");
            changed.addProperty("text", "@" + changed.remove("range").getAsString());
        }
        return changed;
    }

    private static boolean isText(@CheckForNull JsonElement element) {
        return element != null
                && element.isJsonPrimitive()
                && element.getAsJsonPrimitive().isString();
    }
}
