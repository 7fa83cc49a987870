package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the elements of blocks that one can press, choose from or fill.
 *
 * @param blockId of the block, or what Slack would call it: a name of its own for each block that has none
 */
record BlockSearch(String blockId, JsonObject element) {
    static List<BlockSearch> elements(JsonArray... blockArrays) {
        var found = new ArrayList<BlockSearch>();
        for (JsonArray blocks : blockArrays) {
            for (int i = 0; i < blocks.size(); i++) {
                var block = blocks.get(i).getAsJsonObject();
                String blockId = block.has("block_id") ? block.get("block_id").getAsString() : "b" + i;
                collect(block, blockId, found);
            }
        }
        return found;
    }

    private static void collect(JsonObject block, String blockId, List<BlockSearch> found) {
        if (block.get("elements") instanceof JsonArray elements) {
            elements.forEach(element -> add(element, blockId, found));
        }
        add(block.get("accessory"), blockId, found);
        add(block.get("element"), blockId, found);
    }

    private static void add(JsonElement element, String blockId, List<BlockSearch> found) {
        if (element instanceof JsonObject object && object.has("type")) {
            found.add(new BlockSearch(blockId, object));
        }
    }

    static Optional<BlockSearch> byActionId(List<BlockSearch> elements, String actionId) {
        return elements.stream()
                .filter(each -> each.actionId().equals(actionId))
                .findFirst();
    }

    String actionId() {
        return element.has("action_id") ? element.get("action_id").getAsString() : "";
    }

    String type() {
        return element.get("type").getAsString();
    }

    /** The option of that value, or with that text. */
    Optional<JsonObject> option(String wanted) {
        return element.get("options") instanceof JsonArray options
                ? options.asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(option -> option.get("value").getAsString().equals(wanted)
                                || option.getAsJsonObject("text")
                                        .get("text")
                                        .getAsString()
                                        .equals(wanted))
                        .findFirst()
                : Optional.empty();
    }
}
