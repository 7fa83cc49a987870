package io.jenkins.plugins.slacknotify.message.html;

import com.slack.api.model.Attachment;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.TextObject;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message of this plugin's own as HTML: its text and, beside a bar, its details. Only the kinds of block that such messages
 * have are shown. The style sheet knows the colours by the attribute {@code data-colour}, so that no page needs inline styles.
 */
public final class MessageHtml {
    private MessageHtml() {}

    /** Safe to be put into a page as it is. */
    public static String of(RenderedMessage message) {
        return "<div class=\"slack-notify-message\"><div class=\"slack-notify-message__text\">"
                + MrkdwnHtml.of(message.text())
                + "</div>"
                + message.attachments().stream().map(MessageHtml::attachment).collect(Collectors.joining())
                + "</div>";
    }

    /** The texts of its details, in mrkdwn, as they are sent. */
    public static List<String> details(RenderedMessage message) {
        return message.attachments().stream()
                .flatMap(attachment -> blocks(attachment))
                .flatMap(MessageHtml::texts)
                .toList();
    }

    private static String attachment(Attachment attachment) {
        String colour = attachment.getColor() == null ? "" : attachment.getColor();
        return "<div class=\"slack-notify-message__bar\" data-colour=\"" + MrkdwnHtml.escape(colour) + "\">"
                + blocks(attachment).map(MessageHtml::block).collect(Collectors.joining())
                + "</div>";
    }

    private static Stream<LayoutBlock> blocks(Attachment attachment) {
        return Stream.ofNullable(attachment.getBlocks()).flatMap(List::stream);
    }

    private static String block(LayoutBlock block) {
        String kind = block instanceof ContextBlock ? "context" : "section";
        return texts(block)
                .map(text -> "<div class=\"slack-notify-message__" + kind + "\">" + MrkdwnHtml.of(text) + "</div>")
                .collect(Collectors.joining());
    }

    private static Stream<String> texts(LayoutBlock block) {
        if (block instanceof SectionBlock section) {
            return text(section.getText());
        }
        return block instanceof ContextBlock context
                ? context.getElements().stream().flatMap(MessageHtml::text)
                : Stream.empty();
    }

    private static Stream<String> text(Object element) {
        if (element instanceof MarkdownTextObject mrkdwn) {
            return Stream.of(mrkdwn.getText());
        }
        return element instanceof TextObject plain ? Stream.of(Mrkdwn.escape(plain.getText())) : Stream.empty();
    }
}
