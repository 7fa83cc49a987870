package io.jenkins.plugins.slacknotify.trigger.option;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.message.blocks.AuthorBlocks;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;

/**
 * The content that the author of a job has written, checked.
 *
 * @param text null for the message about the build itself
 * @param form how the text is marked up
 * @param problem what of it cannot be sent, for the console; null where all can
 */
public record ContentOption(
        @CheckForNull String text,
        MessageFormat form,
        @CheckForNull String problem) {
    private ContentOption(@CheckForNull String text, MessageFormat form) {
        this(text, form, null);
    }

    /**
     * Checks and combines what the author has written.
     *
     * @param message mrkdwn; beside blocks the text for notifications and screen readers, which otherwise is made of
     *     the blocks
     * @param markdown standard Markdown
     * @param blocks JSON
     * @param mention see {@link Mention#of}
     * @param build the text for blocks that hold no text
     * @return the message alone, and what is wrong with the blocks, where Slack would not take these
     * @throws IllegalArgumentException with a message that says what is wrong, and where
     */
    public static ContentOption of(
            @CheckForNull String message,
            @CheckForNull String markdown,
            @CheckForNull String blocks,
            List<String> mention,
            String build) {
        String mentioned = Mention.of(mention);
        if (markdown != null) {
            if (message != null || blocks != null) {
                throw new IllegalArgumentException(Messages.ContentOption_markdownAndMore());
            }
            return new ContentOption(markdown, new MessageFormat(true, null, mentioned));
        }
        if (blocks == null) {
            return new ContentOption(message, new MessageFormat(false, null, mentioned));
        }
        try {
            // A mention needs a block of its own, because the text beside blocks is not shown.
            AuthorBlocks own = AuthorBlocks.parse(
                    blocks, mentioned == null ? AuthorBlocks.MAX_BLOCKS : AuthorBlocks.MAX_BLOCKS - 1);
            MessageFormat form = new MessageFormat(false, own.json(), mentioned);
            String text = message == null ? form.firstPart(text(own, build)) : message;
            return new ContentOption(
                    text, form, own.lacksAttachments() ? Messages.ContentOption_withoutAttachments() : null);
        } catch (IllegalArgumentException e) {
            if (message == null) {
                throw e;
            }
            String problem = Messages.ContentOption_withoutBlocks(e.getMessage());
            return new ContentOption(message, new MessageFormat(false, null, mentioned), problem);
        }
    }

    private static String text(AuthorBlocks blocks, String build) {
        return blocks.text().isBlank() ? Mrkdwn.escape(build) : blocks.text();
    }
}
