package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Blocks that a job's author wrote, checked against Slack's documentation. Unknown kinds of blocks and unknown fields are kept
 * and not checked, so that future additions of Slack work too.
 *
 * @param json a JSON array of blocks
 * @param text the text of the blocks in mrkdwn, for notifications and screen readers, however long; blank if they hold none
 * @param lacksAttachments whether there were attachments beside the blocks, which are left out
 */
public record AuthorBlocks(String json, String text, boolean lacksAttachments) {
    /** The most blocks that Slack accepts in a message. */
    public static final int MAX_BLOCKS = 50;

    /** The longest JSON, in characters, that {@link #parse} accepts: many times what Slack shows of a message. */
    public static final int MAX_JSON = 100_000;

    /**
     * The longest text, in characters, of all blocks together. Slack says nothing of such a limit, and answers
     * {@code msg_blocks_too_long}, as bots have found, from some 13,300 on; for some blocks from fewer.
     */
    static final int MAX_TEXT = 13_300;

    private static final int FAULTS_SHOWN = 3;
    private static final String BLOCKS = "blocks";
    private static final String ATTACHMENTS = "attachments";

    /**
     * Reads and checks blocks.
     *
     * @param json an array of blocks, a lone block, or the object around the array, {@code {"blocks": […]}}, that Slack's Block Kit Builder copies, and other
     *     tools take as the whole message; its {@code text} is that of notifications then
     * @param limit the most blocks
     * @throws IllegalArgumentException with the path of each fault, such as {@code blocks[2].text.text: longer than 3000
     *     characters}
     */
    public static AuthorBlocks parse(String json, int limit) {
        if (json.length() > MAX_JSON) {
            throw new IllegalArgumentException(String.format(
                    Locale.ENGLISH,
                    "blocks: the JSON has %,d characters, and at most %,d can be sent",
                    json.length(),
                    MAX_JSON));
        }
        JsonElement read = StrictJson.read(json);
        JsonObject message = read instanceof JsonObject object ? object : new JsonObject();
        boolean hasAttachments = isFilled(message.get(ATTACHMENTS));
        if (hasAttachments && !isFilled(message.get(BLOCKS))) {
            throw new IllegalArgumentException(
                    "blocks: attachments cannot be sent; move the blocks that are in them into the list of blocks");
        }
        JsonElement blocks = message.has(BLOCKS) ? message.get(BLOCKS) : listed(read);
        List<String> faults = new ArrayList<>();
        BlockSchema.blocks(limit).check(blocks, new BlockPath(BLOCKS, faults));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(summary(faults));
        }
        JsonArray array = blocks.getAsJsonArray();
        int length = textLength(array);
        if (length > MAX_TEXT) {
            throw new IllegalArgumentException(String.format(
                    Locale.ENGLISH,
                    "blocks: all texts together have %,d characters, and Slack does not take more than some 13,000",
                    length));
        }
        return new AuthorBlocks(array.toString(), text(message).orElseGet(() -> BlockText.of(array)), hasAttachments);
    }

    /** Returns a lone block as a list. */
    private static JsonElement listed(JsonElement read) {
        if (!(read instanceof JsonObject block) || !block.has("type")) {
            return read;
        }
        JsonArray one = new JsonArray();
        one.add(block);
        return one;
    }

    private static int textLength(JsonElement element) {
        if (element instanceof JsonArray array) {
            return array.asList().stream().mapToInt(AuthorBlocks::textLength).sum();
        }
        return element instanceof JsonObject object
                ? object.entrySet().stream()
                        .mapToInt(field -> field.getKey().equals("text")
                                        && field.getValue().isJsonPrimitive()
                                ? field.getValue().getAsString().length()
                                : textLength(field.getValue()))
                        .sum()
                : 0;
    }

    private static boolean isFilled(@CheckForNull JsonElement list) {
        return list instanceof JsonArray array && !array.isEmpty();
    }

    private static Optional<String> text(JsonObject message) {
        return message.get("text") instanceof JsonPrimitive text
                        && text.isString()
                        && !text.getAsString().isBlank()
                ? Optional.of(text.getAsString())
                : Optional.empty();
    }

    /**
     * Converts the blocks that a pipeline wrote, as JSON or as lists and maps, to JSON. Checks nothing else.
     *
     * @param value null, a text that is JSON, or a list or map of texts, numbers, booleans, lists and maps
     * @return null for null
     * @throws IllegalArgumentException if it holds anything else; the message names the path
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

    /**
     * Changes all texts in blocks, at whatever depth, but no names of fields.
     *
     * @param json any text; one that is no JSON is changed as a whole
     */
    public static String mapTexts(String json, UnaryOperator<String> change) {
        JsonElement element;
        try {
            element = StrictJson.read(json);
        } catch (IllegalArgumentException noJson) {
            return change.apply(json);
        }
        return mapTexts(element, change).toString();
    }

    private static JsonElement mapTexts(JsonElement element, UnaryOperator<String> change) {
        if (element.isJsonArray()) {
            JsonArray array = new JsonArray();
            element.getAsJsonArray().forEach(item -> array.add(mapTexts(item, change)));
            return array;
        }
        if (element.isJsonObject()) {
            JsonObject object = new JsonObject();
            element.getAsJsonObject()
                    .entrySet()
                    .forEach(field -> object.add(field.getKey(), mapTexts(field.getValue(), change)));
            return object;
        }
        boolean isText =
                element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
        return isText ? new JsonPrimitive(change.apply(element.getAsString())) : element;
    }

    private static String summary(List<String> faults) {
        String first = faults.stream().limit(FAULTS_SHOWN).collect(Collectors.joining("; "));
        int hidden = faults.size() - FAULTS_SHOWN;
        return hidden > 0 ? first + "; and " + hidden + " more" : first;
    }
}
