package io.jenkins.plugins.slacknotify.message;

import static java.util.Objects.requireNonNull;

import com.slack.api.model.Attachment;
import io.jenkins.plugins.slacknotify.message.blocks.JsonBlocks;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import java.util.List;

/**
 * What is said, wherever it goes.
 *
 * @param text what the channel shows first, and all that a phone's notification shows; mrkdwn
 * @param blocks what the channel shows in the text's place: a JSON array, empty to show the text
 * @param attachments the details, beside a bar in the colour of the severity
 */
public record RenderedMessage(String text, String blocks, List<Attachment> attachments) {
    public RenderedMessage {
        requireNonNull(blocks, "blocks");
        attachments = List.copyOf(attachments);
    }

    /** One that shows its text. */
    public RenderedMessage(String text, List<Attachment> attachments) {
        this(text, JsonBlocks.NONE, attachments);
    }

    /**
     * The same message that begins with mentions: in its text, and where blocks are shown in its place, in one of them.
     *
     * @param mentioned mrkdwn, as {@link Mention} writes it
     */
    public RenderedMessage withMention(String mentioned) {
        String mention = Mention.withPlainNames(mentioned);
        String shown = blocks.equals(JsonBlocks.NONE) ? blocks : JsonBlocks.prependSection(mention, blocks);
        return new RenderedMessage(mention + " " + text, shown, attachments);
    }
}
