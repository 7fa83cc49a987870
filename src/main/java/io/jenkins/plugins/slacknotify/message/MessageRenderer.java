package io.jenkins.plugins.slacknotify.message;

import com.slack.api.model.Attachment;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.message.blocks.JsonBlocks;
import io.jenkins.plugins.slacknotify.message.text.MessageSplitter;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.BodyRenderer;
import io.jenkins.plugins.slacknotify.message.wording.FooterRenderer;
import io.jenkins.plugins.slacknotify.message.wording.HeadlineRenderer;
import io.jenkins.plugins.slacknotify.message.wording.RecipientExplanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns a build into a message: a {@link HeadlineRenderer} that says it all, and below, beside a bar in the colour of the severity, a
 * {@link BodyRenderer} and a {@link FooterRenderer}.
 *
 * <p>Whatever the build contains, the message stays within Slack's limits and holds no mention, link or markup other than
 * those made here. Safe for use by many threads.
 */
public final class MessageRenderer {
    private static final int LINE_LIMIT = 200;

    /** More than a phone's notification shows of a text. */
    private static final int NOTIFICATION_LIMIT = 500;

    /** The message that tells of the build itself, soon after it has happened. */
    public RenderedMessage render(BuildEvent event, Severity severity) {
        return render(event, severity, false);
    }

    /**
     * The message that tells of the build itself.
     *
     * @param late whether it is no longer news, and has to say when it happened
     */
    public RenderedMessage render(BuildEvent event, Severity severity, boolean late) {
        return bar(HeadlineRenderer.render(event, severity), severity, details(event, severity, late));
    }

    private static List<LayoutBlock> details(BuildEvent event, Severity severity, boolean late) {
        List<LayoutBlock> details = new ArrayList<>();
        BodyRenderer.render(event).forEach(text -> details.add(Blocks.section(section -> section.text(mrkdwn(text)))));
        details.add(context(FooterRenderer.render(event, severity, late)));
        return details;
    }

    /** No more than the headline of the message that tells of a build. */
    public RenderedMessage renderHeadline(BuildEvent event, Severity severity) {
        return new RenderedMessage(HeadlineRenderer.render(event, severity), List.of());
    }

    /**
     * The message of a bad build, once a later one has mended it: what has become of it above what it told.
     *
     * @param severity of the build that mends it
     */
    public RenderedMessage renderResolved(BuildEvent bad, Severity badSeverity, BuildEvent good, Severity severity) {
        String text = HeadlineRenderer.render(good, severity) + "\n" + HeadlineRenderer.render(bad, badSeverity);
        return bar(text, severity, details(bad, badSeverity, true));
    }

    /**
     * The message that tells of the build in the words of a template.
     *
     * @param said what the template says of the build
     * @param late whether it is no longer news, and has to say when it happened
     */
    public RenderedMessage renderTemplate(String said, BuildEvent event, Severity severity, boolean late) {
        List<LayoutBlock> footer = List.of(context(FooterRenderer.render(event, severity, late)));
        // As a block, for in the text of a message Slack makes a link of whatever looks like an address.
        return bar(said, JsonBlocks.verbatimSections(said), severity, footer);
    }

    /** No more than the first line of what a template says. */
    public RenderedMessage renderTemplateHeadline(String said) {
        String headline = said.lines().findFirst().orElse(said);
        return new RenderedMessage(headline, JsonBlocks.verbatimSections(headline), List.of());
    }

    /** As the other one, of a bad build that was told of in the words of a template. */
    public RenderedMessage renderResolved(
            String said, BuildEvent bad, Severity badSeverity, BuildEvent good, Severity severity) {
        String headline = HeadlineRenderer.render(good, severity);
        String text = headline + "\n" + said;
        return bar(
                text.length() <= MessageSplitter.PART_LIMIT ? text : headline,
                JsonBlocks.verbatimSections(headline, said),
                severity,
                List.of(context(FooterRenderer.render(bad, badSeverity, true))));
    }

    /** The message that says what a job's author wrote, in mrkdwn; see the other method. */
    public RenderedMessage render(String text, BuildEvent event, Severity severity, boolean late) {
        return render(text, MessageFormat.PLAIN, event, severity, late);
    }

    /**
     * The message that says what a job's author wrote.
     *
     * @param text mrkdwn, sent as it is: mentions and links in it are meant; Markdown, or the short form of blocks, where
     *     {@code form} says so
     * @param late whether it is no longer news, and has to say when it was said
     */
    public RenderedMessage render(String text, MessageFormat form, BuildEvent event, Severity severity, boolean late) {
        List<LayoutBlock> origin = List.of(context(FooterRenderer.renderOrigin(event, late)));
        if (form.markdown()) {
            return bar(Mrkdwn.line(text, NOTIFICATION_LIMIT), JsonBlocks.markdown(text), severity, origin);
        }
        String blocks = form.blocks();
        return bar(text, blocks == null ? JsonBlocks.NONE : blocks, severity, origin);
    }

    /**
     * A message for somebody who gets it in person, which says why below it.
     *
     * @param involvements how that person has to do with the build; empty for somebody whom the job names
     */
    public RenderedMessage withExplanation(RenderedMessage message, Set<Involvement> involvements) {
        String line = RecipientExplanation.of(involvements).format();
        Attachment below = Attachment.builder()
                .blocks(List.of(context(Mrkdwn.line(line, LINE_LIMIT))))
                .fallback(line)
                .build();
        List<Attachment> attachments = new ArrayList<>(message.attachments());
        attachments.add(below);
        return new RenderedMessage(message.text(), message.blocks(), attachments);
    }

    private static RenderedMessage bar(String text, Severity severity, List<LayoutBlock> details) {
        return bar(text, JsonBlocks.NONE, severity, details);
    }

    private static RenderedMessage bar(String text, String blocks, Severity severity, List<LayoutBlock> details) {
        Attachment bar = Attachment.builder()
                .color(SeverityColours.of(severity))
                .blocks(details)
                .fallback(text)
                .build();
        return new RenderedMessage(text, blocks, List.of(bar));
    }

    private static LayoutBlock context(String text) {
        return Blocks.context(List.of(mrkdwn(text)));
    }

    /** Verbatim: Slack makes no links of what merely looks like an address or a channel. */
    private static MarkdownTextObject mrkdwn(String text) {
        return MarkdownTextObject.builder().text(text).verbatim(true).build();
    }
}
