package io.jenkins.plugins.slacknotify.sandbox.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * The content of a message.
 *
 * @param text never null, may be empty
 * @param blocks never null, may be empty
 * @param attachments never null, may be empty
 * @param metadata null where the message has none
 * @param files the ids of the files that it shows, never null
 */
public record Content(String text, JsonArray blocks, JsonArray attachments, JsonObject metadata, List<String> files) {
    public Content {
        files = List.copyOf(files);
        blocks = blocks.deepCopy();
        attachments = attachments.deepCopy();
        metadata = metadata == null ? null : metadata.deepCopy();
    }

    /**
     * Returns what the channel shows first: the text of the first block, or else the text. A text of several lines has a headline in each.
     */
    public String headline() {
        if (text.contains("\n")) {
            return text;
        }
        JsonObject first =
                blocks.isEmpty() ? null : blocks.get(0).getAsJsonObject().getAsJsonObject("text");
        return first == null ? text : first.get("text").getAsString();
    }

    /** The same with these files. */
    public Content showing(List<String> newFiles) {
        return new Content(text, blocks, attachments, metadata, newFiles);
    }
}
