package io.jenkins.plugins.slacknotify.sandbox.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/**
 * A modal or a home tab as one member has it. Immutable.
 *
 * @param rootId of the lowest modal of the stack, its own for that one
 * @param previousId of the modal below it, or null
 * @param userId who sees it
 * @param content as the app gave it
 */
public record SandboxView(
        String id,
        String rootId,
        String previousId,
        String hash,
        String appId,
        String teamId,
        String botId,
        String userId,
        JsonObject content) {
    public SandboxView {
        content = content.deepCopy();
    }

    /** {@code modal} or {@code home}. */
    public String type() {
        return text("type");
    }

    public String callbackId() {
        return text("callback_id");
    }

    public String privateMetadata() {
        return text("private_metadata");
    }

    /** Returns its title; empty for a home tab. */
    public String title() {
        return content.has("title")
                ? content.getAsJsonObject("title").get("text").getAsString()
                : "";
    }

    public JsonArray blocks() {
        return content.has("blocks") ? content.getAsJsonArray("blocks") : new JsonArray();
    }

    public boolean notifiesOnClose() {
        return content.has("notify_on_close") && content.get("notify_on_close").getAsBoolean();
    }

    private String text(String name) {
        JsonElement value = content.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    SandboxView with(JsonObject newContent, String newHash) {
        return new SandboxView(id, rootId, previousId, newHash, appId, teamId, botId, userId, newContent);
    }

    /** As payloads and answers show it. */
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("team_id", teamId);
        json.addProperty("type", type());
        json.add("blocks", blocks().deepCopy());
        json.addProperty("private_metadata", privateMetadata());
        json.addProperty("callback_id", callbackId());
        var state = new JsonObject();
        state.add("values", new JsonObject());
        json.add("state", state);
        json.addProperty("hash", hash);
        for (String name : new String[] {"title", "close", "submit"}) {
            json.add(name, content.has(name) ? content.get(name).deepCopy() : JsonNull.INSTANCE);
        }
        json.addProperty("notify_on_close", notifiesOnClose());
        json.addProperty(
                "clear_on_close",
                content.has("clear_on_close") && content.get("clear_on_close").getAsBoolean());
        json.addProperty("root_view_id", rootId);
        json.addProperty("previous_view_id", previousId);
        json.addProperty("app_id", appId);
        json.addProperty("external_id", text("external_id"));
        json.addProperty("app_installed_team_id", teamId);
        json.addProperty("bot_id", botId);
        return json;
    }

    String externalId() {
        return text("external_id");
    }
}
