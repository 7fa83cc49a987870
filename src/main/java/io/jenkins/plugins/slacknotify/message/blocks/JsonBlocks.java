package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.model.block.LayoutBlock;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.function.Consumer;

/** Builds blocks as JSON arrays, the form in which a job's author writes blocks too. */
public final class JsonBlocks {
    public static final String NONE = "[]";

    /** The field of a button by which its press is told from others. */
    public static final String ACTION_ID = "action_id";

    /** The field of a button that its press brings back. */
    public static final String VALUE = "value";

    /** Writes the types of the SDK by the names that Slack gives their fields. */
    private static final Gson SDK = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .create();

    private JsonBlocks() {}

    /**
     * Builds one block that shows standard Markdown.
     *
     * @param text at most 12,000 characters, Slack's documented limit for all such blocks of a message
     */
    public static String markdown(String text) {
        JsonArray blocks = new JsonArray();
        blocks.add(typed("markdown", text));
        return blocks.toString();
    }

    /**
     * Builds sections in which Slack makes no links of words that only look like an address or a channel, and which it shows in
     * full instead of behind "see more".
     *
     * @param mrkdwn each at most 3,000 characters
     */
    public static String verbatimSections(String... mrkdwn) {
        JsonArray blocks = new JsonArray();
        for (String each : mrkdwn) {
            JsonObject text = typed("mrkdwn", each);
            text.addProperty("verbatim", true);
            JsonObject section = typed("section");
            section.add("text", text);
            section.addProperty("expand", true);
            blocks.add(section);
        }
        return blocks.toString();
    }

    /**
     * Puts a section with a text before other blocks.
     *
     * @param mrkdwn at most 3,000 characters
     * @param blocks a JSON array
     */
    public static String prependSection(String mrkdwn, String blocks) {
        JsonObject section = typed("section");
        section.add("text", typed("mrkdwn", mrkdwn));
        JsonArray all = new JsonArray();
        all.add(section);
        for (JsonElement block : JsonParser.parseString(blocks).getAsJsonArray()) {
            all.add(block);
        }
        return all.toString();
    }

    /**
     * Puts a block of the SDK behind other blocks.
     *
     * @param blocks a JSON array
     */
    public static String append(String blocks, LayoutBlock block) {
        JsonArray all = JsonParser.parseString(blocks).getAsJsonArray();
        all.add(SDK.toJsonTree(block));
        return all.toString();
    }

    /**
     * Changes the buttons in blocks, at whatever depth.
     *
     * @param blocks a JSON array
     * @param change is called with each element that has an {@link #ACTION_ID} and a {@link #VALUE}, both texts
     */
    public static String changeButtons(String blocks, Consumer<JsonObject> change) {
        JsonElement json = JsonParser.parseString(blocks);
        changeButtons(json, change);
        return json.toString();
    }

    private static void changeButtons(JsonElement json, Consumer<JsonObject> change) {
        if (json instanceof JsonArray array) {
            array.forEach(each -> changeButtons(each, change));
        } else if (json instanceof JsonObject object) {
            object.entrySet().forEach(entry -> changeButtons(entry.getValue(), change));
            if (isText(object.get(ACTION_ID)) && isText(object.get(VALUE))) {
                change.accept(object);
            }
        }
    }

    private static boolean isText(@CheckForNull JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static JsonObject typed(String type, String text) {
        JsonObject object = typed(type);
        object.addProperty("text", text);
        return object;
    }

    private static JsonObject typed(String type) {
        JsonObject object = new JsonObject();
        object.addProperty("type", type);
        return object;
    }
}
