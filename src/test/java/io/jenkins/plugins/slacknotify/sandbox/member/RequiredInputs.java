package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The checks of Slack itself before it sends a modal. DOCUMENTED. */
final class RequiredInputs {
    private RequiredInputs() {}

    /** @throws IllegalStateException where an input is empty that is not optional */
    static void check(JsonArray blocks, JsonObject values) {
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i).getAsJsonObject();
            boolean required = block.get("type").getAsString().equals("input")
                    && !(block.has("optional") && block.get("optional").getAsBoolean());
            String id = block.has("block_id") ? block.get("block_id").getAsString() : "b" + i;
            if (required && values.has(id) && isEmpty(values.getAsJsonObject(id))) {
                throw new IllegalStateException("Slack asks for " + id + ", which is not filled in.");
            }
        }
    }

    private static boolean isEmpty(JsonObject fields) {
        return fields.entrySet().stream()
                .allMatch(field -> field.getValue().getAsJsonObject().entrySet().stream()
                        .filter(part -> !part.getKey().equals("type"))
                        .allMatch(part -> isEmpty(part.getValue())));
    }

    private static boolean isEmpty(JsonElement value) {
        return value.isJsonNull()
                || value.isJsonArray() && value.getAsJsonArray().isEmpty();
    }
}
