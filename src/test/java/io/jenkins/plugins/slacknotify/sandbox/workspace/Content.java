package io.jenkins.plugins.slacknotify.sandbox.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * What a message says.
 *
 * @param text never null, may be empty
 * @param blocks never null, may be empty
 * @param attachments never null, may be empty
 * @param metadata null where the message has none
 */
public record Content(String text, JsonArray blocks, JsonArray attachments, JsonObject metadata) {
    public Content {
        blocks = blocks.deepCopy();
        attachments = attachments.deepCopy();
        metadata = metadata == null ? null : metadata.deepCopy();
    }
}
