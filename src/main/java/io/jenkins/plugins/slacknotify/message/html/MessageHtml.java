package io.jenkins.plugins.slacknotify.message.html;

import com.slack.api.model.Attachment;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.ButtonElement;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Converts a message to HTML: its text and, beside a bar, its details. Sections, contexts and buttons are shown; a placeholder names any
 * other block or element. The style sheet selects colours by the attribute {@code data-colour}, so that no page needs inline
 * styles.
 */
public final class MessageHtml {
    private MessageHtml() {}

    /** The HTML of a message, safe to be put into a page unchanged. */
    public static String of(RenderedMessage message) {
        return "<div class=\"slack-notify-message\">"
                + textsAboveBar(message).map(MessageHtml::line).collect(Collectors.joining())
                + message.attachments().stream().map(MessageHtml::attachment).collect(Collectors.joining())
                + "</div>";
    }

    /** The texts below the first one in mrkdwn, as they are sent, with a placeholder for what has no text. */
    public static List<String> details(RenderedMessage message) {
        Stream<String> beside =
                message.attachments().stream().flatMap(MessageHtml::blocks).flatMap(MessageHtml::texts);
        return Stream.concat(textsAboveBar(message).skip(1), beside).toList();
    }

    /** Returns the part that stands above the bar: the blocks, or else the text. */
    private static Stream<String> textsAboveBar(RenderedMessage message) {
        List<String> blocks = ShownBlocks.texts(message.blocks());
        return blocks.isEmpty() ? Stream.of(message.text()) : blocks.stream();
    }

    private static String line(String mrkdwn) {
        return "<div class=\"slack-notify-message__text\">" + MrkdwnHtml.of(mrkdwn) + "</div>";
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
        String kind = block instanceof ActionsBlock ? "button" : block instanceof ContextBlock ? "context" : "section";
        return texts(block)
                .map(text -> "<div class=\"slack-notify-message__" + kind + "\">" + MrkdwnHtml.of(text) + "</div>")
                .collect(Collectors.joining());
    }

    private static Stream<String> texts(LayoutBlock block) {
        if (block instanceof SectionBlock section) {
            return Stream.of(
                            Stream.ofNullable(section.getText()),
                            Stream.ofNullable(section.getFields()).flatMap(List::stream),
                            Stream.ofNullable(section.getAccessory()))
                    .flatMap(elements -> elements)
                    .map(MessageHtml::text);
        }
        if (block instanceof ActionsBlock row) {
            return row.getElements().stream().map(MessageHtml::text);
        }
        return block instanceof ContextBlock context
                ? context.getElements().stream().map(MessageHtml::text)
                : Stream.of(ShownBlocks.placeholder(block.getType()));
    }

    private static String text(Object element) {
        if (element instanceof MarkdownTextObject mrkdwn) {
            return mrkdwn.getText();
        }
        if (element instanceof TextObject plain) {
            return Mrkdwn.escape(plain.getText());
        }
        if (element instanceof ButtonElement button) {
            return "[" + button.getText().getText() + "]";
        }
        return ShownBlocks.placeholder(typeOf(element));
    }

    /** The type of an element by the name of its class, because the classes have no common method for it. */
    private static String typeOf(Object element) {
        return element.getClass().getSimpleName().replaceFirst("Element$", "").toLowerCase(Locale.ROOT);
    }
}
