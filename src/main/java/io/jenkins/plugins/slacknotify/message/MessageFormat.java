package io.jenkins.plugins.slacknotify.message;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.message.text.MarkdownSplitter;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.message.text.MessageSplitter;
import java.util.List;

/**
 * How a message is to be shown.
 *
 * @param markdown whether its text is standard Markdown and not Slack's mrkdwn
 * @param blocks what is shown in the text's place, a JSON array that was checked; null to show the text
 * @param mention mrkdwn that stands before all of it, as {@link Mention} writes it; null where nobody is mentioned
 */
public record MessageFormat(
        boolean markdown,
        @CheckForNull String blocks,
        @CheckForNull String mention) {
    /** Slack's mrkdwn, and no more. */
    public static final MessageFormat PLAIN = new MessageFormat(false, null, null);

    public MessageFormat withoutMention() {
        return withMention(null);
    }

    public MessageFormat withMention(@CheckForNull String newMention) {
        return new MessageFormat(markdown, blocks, newMention);
    }

    /**
     * The text in pieces of which each fits into one message of this form, together with the mention.
     *
     * @param text null for the message that tells of the build itself
     * @return none for null
     * @throws IllegalArgumentException where the text is too long
     */
    public List<String> parts(@CheckForNull String text) {
        if (text == null) {
            return List.of();
        }
        if (markdown) {
            return MarkdownSplitter.split(text);
        }
        List<String> parts = MessageSplitter.split(text, MessageSplitter.PART_LIMIT - Mention.maxLength(mention));
        if (blocks != null && parts.size() > 1) {
            throw new IllegalArgumentException(String.format(
                    "The message beside the blocks has %,d characters. It is shown in notifications only, so shorten it to"
                            + " %,d.",
                    text.length(), parts.get(0).length()));
        }
        return parts;
    }
}
