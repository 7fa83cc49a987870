package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;

/** A message as the Web API shows it. */
public final class MessageJson {
    private MessageJson() {}

    public static JsonObject of(SandboxMessage message, boolean withMetadata) {
        var json = new JsonObject();
        json.addProperty("type", "message");
        json.addProperty("ts", message.ts());
        json.addProperty("text", message.text());
        addAuthor(json, message);
        addContent(json, message);
        if (message.threadTs() != null) {
            json.addProperty("thread_ts", message.threadTs());
        }
        if (message.broadcast()) {
            json.addProperty("subtype", "thread_broadcast");
        }
        if (message.editedAt() != null) {
            var edited = new JsonObject();
            edited.addProperty("user", message.author().userId());
            edited.addProperty("ts", message.editedAt().getEpochSecond() + ".000000");
            json.add("edited", edited);
        }
        if (withMetadata && message.metadata() != null) {
            json.add("metadata", message.metadata().deepCopy());
        }
        return json;
    }

    private static JsonObject file(String id) {
        var file = new JsonObject();
        file.addProperty("id", id);
        return file;
    }

    private static void addAuthor(JsonObject json, SandboxMessage message) {
        var author = message.author();
        json.addProperty("user", author.userId());
        if (author.botId() != null) {
            json.addProperty("bot_id", author.botId());
            json.addProperty("app_id", author.appId());
        }
        if (author.username() != null) {
            json.addProperty("subtype", "bot_message");
            json.addProperty("username", author.username());
        }
    }

    private static void addContent(JsonObject json, SandboxMessage message) {
        if (!message.content().files().isEmpty()) {
            var files = new JsonArray();
            message.content().files().forEach(id -> files.add(file(id)));
            json.add("files", files);
        }
        if (!message.blocks().isEmpty()) {
            json.add("blocks", message.blocks().deepCopy());
        }
        if (!message.attachments().isEmpty()) {
            json.add("attachments", message.attachments().deepCopy());
        }
    }
}
