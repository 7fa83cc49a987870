package io.jenkins.plugins.slacknotify.sandbox.rules;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Finds what Slack would refuse in the blocks of one message. Stateless and thread-safe. */
public final class BlockKitValidator {
    private static final Map<String, Rule> MESSAGE_BLOCKS = Blocks.messageBlocks();

    /**
     * @param blocks the value of {@code blocks}
     * @param pointer where the array stands, for example {@code /blocks}
     * @return every violation, in the order of the blocks; empty where Slack would take them
     */
    public List<Violation> validate(JsonArray blocks, String pointer) {
        var violations = new ArrayList<Violation>();
        Rules.list(0, Limit.BLOCKS.value(), Rules.byType(MESSAGE_BLOCKS)).check(blocks, pointer, violations::add);
        reportRepeatedIds(blocks, pointer, violations);
        return List.copyOf(violations);
    }

    /** All text that a reader would see, in characters: what {@link Limit#ALL_BLOCK_TEXT} is about. */
    public int textLength(JsonElement content) {
        if (content.isJsonArray()) {
            return content.getAsJsonArray().asList().stream()
                    .mapToInt(this::textLength)
                    .sum();
        }
        if (!content.isJsonObject()) {
            return 0;
        }
        return content.getAsJsonObject().entrySet().stream()
                .mapToInt(
                        field -> isText(field) ? field.getValue().getAsString().length() : textLength(field.getValue()))
                .sum();
    }

    private static boolean isText(Map.Entry<String, JsonElement> field) {
        return field.getKey().equals("text") && field.getValue().isJsonPrimitive();
    }

    /** INFERRED: Slack asks for ids that are unique in a message. */
    private static void reportRepeatedIds(JsonArray blocks, String pointer, List<Violation> violations) {
        var seen = new HashSet<String>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof JsonObject block
                    && block.has("block_id")
                    && block.get("block_id").isJsonPrimitive()
                    && !seen.add(block.get("block_id").getAsString())) {
                violations.add(new Violation("block_id already exists", pointer + "/" + i + "/block_id"));
            }
        }
    }
}
