package io.jenkins.plugins.slacknotify.message;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.message.text.MarkdownSplitter;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.message.text.MessageSplitter;
import io.jenkins.plugins.slacknotify.message.text.MrkdwnSplitter;
import java.util.List;
import java.util.Locale;

/**
 * How the text of a message is marked up, and what is shown with it. Instances are stored; the names of the components are the
 * format on disk.
 *
 * @param markdown whether the text is standard Markdown instead of Slack's mrkdwn
 * @param blocks a checked JSON array of blocks that Slack shows instead of the text; null to show the text
 * @param mention mrkdwn before the message, as {@link Mention} writes it; null if nobody is mentioned
 */
public record MessageFormat(
        boolean markdown,
        @CheckForNull String blocks,
        @CheckForNull String mention) {
    /** Slack's mrkdwn without blocks and mentions. */
    public static final MessageFormat PLAIN = new MessageFormat(false, null, null);

    public MessageFormat withoutMention() {
        return withMention(null);
    }

    public MessageFormat withMention(@CheckForNull String newMention) {
        return new MessageFormat(markdown, blocks, newMention);
    }

    /**
     * Splits a text into parts that each fit into one message of this format, together with the mention.
     *
     * @param text null if the message is about the build and has no text of an author
     * @return empty for null
     * @throws IllegalArgumentException if the text is too long
     */
    public List<String> parts(@CheckForNull String text) {
        if (text == null) {
            return List.of();
        }
        if (markdown) {
            return MarkdownSplitter.split(text);
        }
        List<String> parts = mrkdwnParts(text);
        if (blocks != null && parts.size() > 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ENGLISH,
                    "The message beside the blocks has %,d characters. It is shown in notifications only, so shorten it to"
                            + " %,d.",
                    text.length(),
                    parts.get(0).length()));
        }
        return parts;
    }

    /** Returns as much of a text in mrkdwn as fits into one message of this format, together with the mention. */
    public String firstPart(String text) {
        return mrkdwnParts(text).get(0);
    }

    private List<String> mrkdwnParts(String text) {
        return MrkdwnSplitter.split(text, MessageSplitter.MAX_PART - Mention.maxLength(mention));
    }
}
