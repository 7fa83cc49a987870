package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.message.Form;
import io.jenkins.plugins.slacknotify.message.Mention;
import io.jenkins.plugins.slacknotify.message.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.blocks.OwnBlocks;
import java.util.List;

/**
 * What a job's author wrote, checked.
 *
 * @param text null for the message that tells of the build itself
 */
record OwnMessage(@CheckForNull String text, Form form) {

    /**
     * @param message mrkdwn; beside blocks the text for notifications and screen readers, which else is made of the blocks
     * @param markdown standard Markdown
     * @param blocks JSON
     * @param mention see {@link Mention#of}
     * @param build what to say of blocks that hold no text
     * @throws IllegalArgumentException where something is wrong with it; the message tells what and where
     */
    static OwnMessage of(
            @CheckForNull String message,
            @CheckForNull String markdown,
            @CheckForNull String blocks,
            List<String> mention,
            String build) {
        String mentioned = Mention.of(mention);
        if (markdown != null) {
            if (message != null || blocks != null) {
                throw new IllegalArgumentException(Messages.OwnMessage_markdownAndMore());
            }
            return new OwnMessage(markdown, new Form(true, null, mentioned));
        }
        if (blocks == null) {
            return new OwnMessage(message, new Form(false, null, mentioned));
        }
        // A mention needs a block of its own, because the text beside blocks is not shown.
        OwnBlocks own = OwnBlocks.parse(blocks, mentioned == null ? OwnBlocks.MOST : OwnBlocks.MOST - 1);
        return new OwnMessage(text(message, own, build), new Form(false, own.json(), mentioned));
    }

    private static String text(@CheckForNull String message, OwnBlocks blocks, String build) {
        if (message != null) {
            return message;
        }
        return blocks.text().isBlank() ? Mrkdwn.escape(build) : blocks.text();
    }
}
