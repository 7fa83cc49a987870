package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.rules.BlockKitValidator;
import io.jenkins.plugins.slacknotify.sandbox.rules.Limit;
import io.jenkins.plugins.slacknotify.sandbox.rules.Violation;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a call wants to say and refuses what Slack refuses. */
public final class MessageContent {
    private static final BlockKitValidator BLOCK_KIT = new BlockKitValidator();

    private static final List<String> BESIDE_NO_BLOCKS = List.of("title", "callback_id");

    private MessageContent() {}

    /**
     * Returns what a message says after the call.
     *
     * @param before what it said; what the call does not mention stays. INFERRED for chat.update
     */
    public static Content read(Arguments arguments, Content before) {
        var markdown = arguments.text("markdown_text");
        if (markdown.isPresent() && (arguments.has("text") || arguments.has("blocks"))) {
            throw new SlackRefusal("markdown_text_conflict");
        }
        if (markdown.isPresent() && markdown.get().length() > Limit.MARKDOWN.value()) {
            throw new SlackRefusal("msg_too_long");
        }
        var blocks = arguments.array("blocks", "invalid_blocks_format").orElse(before.blocks());
        var attachments = arguments.array("attachments", "invalid_attachments").orElse(before.attachments());
        var metadata = arguments.object("metadata", "invalid_metadata_format").orElse(before.metadata());
        String text = markdown.or(() -> arguments.text("text")).orElse(before.text());
        var content = new Content(truncated(text), blocks, attachments, metadata, before.files());
        check(content);
        return content;
    }

    /** Returns what Slack would do to the message without refusing it. */
    public static List<String> notesOn(Content content) {
        var notes = new ArrayList<String>();
        int length = content.text().length();
        if (content.blocks().isEmpty() && length > Limit.TEXT_SPLIT.value()) {
            notes.add("Slack would split this text of %d characters into %d messages."
                    .formatted(length, 1 + (length - 1) / Limit.TEXT_SPLIT.value()));
        }
        if (content.attachments().size() > Limit.ATTACHMENTS_RECOMMENDED.value()) {
            notes.add("Slack recommends not more than " + Limit.ATTACHMENTS_RECOMMENDED.value() + " attachments.");
        }
        if (content.text().isBlank() && !content.blocks().isEmpty()) {
            notes.add("Without a text beside the blocks, notifications and screen readers have little to say.");
        }
        return notes;
    }

    private static void check(Content content) {
        if (content.text().isBlank()
                && content.blocks().isEmpty()
                && content.attachments().isEmpty()) {
            throw new SlackRefusal("no_text");
        }
        refuse("invalid_blocks", BLOCK_KIT.validate(content.blocks(), "/blocks"));
        checkAttachments(content.attachments());
        if (BLOCK_KIT.textLength(content.blocks()) > Limit.ALL_BLOCK_TEXT.value()) {
            throw new SlackRefusal("msg_blocks_too_long");
        }
        if (content.metadata() != null) {
            checkMetadata(content.metadata());
        }
    }

    /**
     * RECORDED: that bad blocks in an attachment are answered {@code invalid_attachments}, and so are a title or a callback beside
     * blocks (java-slack-sdk's chat_Test, slack-go/slack#588).
     */
    private static void checkAttachments(JsonArray attachments) {
        if (attachments.size() > Limit.ATTACHMENTS.value()) {
            throw new SlackRefusal("too_many_attachments");
        }
        for (int i = 0; i < attachments.size(); i++) {
            JsonElement attachment = attachments.get(i);
            if (!attachment.isJsonObject()) {
                throw new SlackRefusal("invalid_attachments");
            }
            JsonElement blocks = attachment.getAsJsonObject().get("blocks");
            if (blocks != null && BESIDE_NO_BLOCKS.stream().anyMatch(attachment.getAsJsonObject()::has)) {
                throw new SlackRefusal("invalid_attachments");
            }
            if (blocks instanceof JsonArray array) {
                refuse("invalid_attachments", BLOCK_KIT.validate(array, "/attachments/" + i + "/blocks"));
            } else if (blocks != null) {
                throw new SlackRefusal("invalid_attachments");
            }
        }
    }

    private static void checkMetadata(JsonObject metadata) {
        if (!metadata.has("event_type")
                || !metadata.has("event_payload")
                || !metadata.get("event_payload").isJsonObject()) {
            throw new SlackRefusal("invalid_metadata_format");
        }
        if (metadata.toString().getBytes(StandardCharsets.UTF_8).length > Limit.METADATA.value()) {
            throw new SlackRefusal("metadata_too_large");
        }
    }

    private static void refuse(String error, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw SlackRefusal.because(error, violations);
        }
    }

    private static String truncated(String text) {
        return text.length() > Limit.TEXT_TRUNCATION.value() ? text.substring(0, Limit.TEXT_TRUNCATION.value()) : text;
    }
}
