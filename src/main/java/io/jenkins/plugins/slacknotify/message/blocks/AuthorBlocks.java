package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Blocks that a job's author wrote, as Slack would take them as far as its documentation tells. Kinds of blocks and fields
 * that are not known here are kept and not checked, so that what Slack invents later works as well.
 *
 * @param json an array
 * @param text what they say, in mrkdwn, for notifications and screen readers; blank where they hold no text
 */
public record AuthorBlocks(String json, String text) {
    /** The most blocks that Slack takes in a message. */
    public static final int MAX_BLOCKS = 50;

    /** The longest JSON, in characters, that is taken at all: many times what Slack shows of a message. */
    public static final int JSON_LIMIT = 100_000;

    private static final int FAULTS_SHOWN = 3;

    /**
     * @param json an array of blocks, or the object around it, {@code {"blocks": […]}}, that Slack's Block Kit Builder copies
     * @param most how many blocks there may be
     * @throws IllegalArgumentException with the place of each fault, such as {@code blocks[2].text.text: longer than 3000
     *     characters}
     */
    public static AuthorBlocks parse(String json, int most) {
        if (json.length() > JSON_LIMIT) {
            throw new IllegalArgumentException("blocks: the JSON has %,d characters, and at most %,d can be sent"
                    .formatted(json.length(), JSON_LIMIT));
        }
        JsonElement blocks = withoutWrapper(StrictJson.read("blocks", json));
        List<String> faults = new ArrayList<>();
        BlockSchema.blocks(most).check(blocks, new BlockPath("blocks", faults));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(inWords(faults));
        }
        JsonArray array = blocks.getAsJsonArray();
        return new AuthorBlocks(array.toString(), BlockText.of(array));
    }

    /**
     * What a pipeline wrote, be it JSON or lists and maps, as JSON. Checks nothing else.
     *
     * @param value null, a text, or a list or map of such, numbers and booleans
     * @throws IllegalArgumentException where there is anything else in it; the message tells where
     */
    @CheckForNull
    public static String toJson(@CheckForNull Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof CharSequence text
                ? text.toString()
                : JsonConverter.toJson(value, "blocks").toString();
    }

    private static JsonElement withoutWrapper(JsonElement element) {
        return element instanceof JsonObject object && object.has("blocks") ? object.get("blocks") : element;
    }

    private static String inWords(List<String> faults) {
        String first = faults.stream().limit(FAULTS_SHOWN).collect(Collectors.joining("; "));
        int hidden = faults.size() - FAULTS_SHOWN;
        return hidden > 0 ? first + "; and " + hidden + " more" : first;
    }
}
