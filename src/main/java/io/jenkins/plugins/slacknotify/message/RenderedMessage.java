package io.jenkins.plugins.slacknotify.message;

import com.slack.api.model.Attachment;
import io.jenkins.plugins.slacknotify.message.blocks.JsonBlocks;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import java.util.List;

/**
 * The content of a message, whatever its destination.
 *
 * @param text mrkdwn that the channel shows first; a phone's notification shows nothing else
 * @param blocks a JSON array of blocks that the channel shows instead of the text; empty to show the text
 * @param attachments the details, beside a bar in the colour of the severity
 */
public record RenderedMessage(String text, String blocks, List<Attachment> attachments) {
    public RenderedMessage {
        attachments = List.copyOf(attachments);
    }

    /** Creates a message that shows its text. */
    public RenderedMessage(String text, List<Attachment> attachments) {
        this(text, JsonBlocks.NONE, attachments);
    }

    /**
     * Returns this message with mentions before its text and, if it has blocks, also in a block before them.
     *
     * @param mentioned mrkdwn, as {@link Mention} writes it
     */
    public RenderedMessage withMention(String mentioned) {
        String mention = Mention.withPlainNames(mentioned);
        String shown = blocks.equals(JsonBlocks.NONE) ? blocks : JsonBlocks.prependSection(mention, blocks);
        return new RenderedMessage(mention + " " + text, shown, attachments);
    }
}
