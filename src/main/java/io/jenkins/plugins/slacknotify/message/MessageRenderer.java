package io.jenkins.plugins.slacknotify.message;

import com.slack.api.model.Attachment;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.message.blocks.JsonBlocks;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonRow;
import io.jenkins.plugins.slacknotify.message.text.MessageSplitter;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.BodyRenderer;
import io.jenkins.plugins.slacknotify.message.wording.FooterRenderer;
import io.jenkins.plugins.slacknotify.message.wording.HeadlineRenderer;
import io.jenkins.plugins.slacknotify.message.wording.Phrase;
import io.jenkins.plugins.slacknotify.message.wording.RecipientExplanation;
import io.jenkins.plugins.slacknotify.message.wording.SummaryRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Renders the message about a build: a headline ({@link HeadlineRenderer}) and why the build is bad ({@link BodyRenderer}), and
 * below them, beside a bar in the colour of the severity, the changes and a footer ({@link FooterRenderer}).
 *
 * <p>Slack may wrap, cut or fold what stands beside the bar, and screen readers and notifications read the text alone. So the
 * reason stands above the bar, and in the text as well ({@link SummaryRenderer}).
 *
 * <p>Whatever the build contains, the message stays within Slack's limits and holds no mention, link or markup except those that
 * this package makes. Safe for use by many threads.
 */
public final class MessageRenderer {
    private static final int MAX_LINE = 200;

    /** The most characters of a text for notifications: more than a phone shows. */
    private static final int MAX_NOTIFICATION = 500;

    /**
     * Renders the message about a build.
     *
     * @param late whether the message is sent late, so that it says when the build ended
     */
    public RenderedMessage render(BuildEvent event, Severity severity, boolean late) {
        String headline = HeadlineRenderer.render(event, severity);
        return bar(
                SummaryRenderer.withReason(headline, event),
                shown(event, headline),
                SeverityColours.of(event, severity),
                details(event, severity, late));
    }

    /**
     * Renders the message about a build that is still bad, below those about the ones before: a line, and what is new. What a reader
     * of the thread knows is not said again.
     *
     * @param before the last build of which the thread says how it stood
     */
    public RenderedMessage renderAgain(BuildEvent event, Severity severity, boolean late, BuildEvent before) {
        String headline = HeadlineRenderer.render(event, severity);
        List<LayoutBlock> details = new ArrayList<>(changes(event));
        if (late) {
            details.add(context(FooterRenderer.renderTime(event)));
        }
        String text = SummaryRenderer.withNewReason(headline, event, before);
        String blocks = JsonBlocks.verbatimSections(
                Stream.concat(Stream.of(headline), BodyRenderer.renderNewReasons(event, before).stream())
                        .toArray(String[]::new));
        return details.isEmpty()
                ? new RenderedMessage(text, blocks, List.of())
                : bar(text, blocks, SeverityColours.of(event, severity), details);
    }

    /** Renders the headlines, and below them the reasons. Slack always shows this part. */
    private static String shown(BuildEvent event, String... headlines) {
        return JsonBlocks.verbatimSections(
                Stream.concat(Stream.of(headlines), BodyRenderer.renderReasons(event).stream())
                        .toArray(String[]::new));
    }

    /** Renders the part beside the bar: the changes and the footer. Slack may fold this part away. */
    private static List<LayoutBlock> details(BuildEvent event, Severity severity, boolean late) {
        List<LayoutBlock> details = new ArrayList<>(changes(event));
        details.add(context(FooterRenderer.render(event, severity, late)));
        return details;
    }

    private static List<LayoutBlock> changes(BuildEvent event) {
        return BodyRenderer.renderChanges(event)
                .<LayoutBlock>map(text -> Blocks.section(section -> section.text(mrkdwn(text))))
                .stream()
                .toList();
    }

    /**
     * Renders a build as a card, for a preview of a link to it: what happened to it, what else there is to say, and the footer.
     *
     * @param details each in mrkdwn, at most 3,000 characters
     * @return blocks as a JSON array
     */
    public String renderCard(BuildEvent event, Severity severity, List<String> details) {
        String[] texts = Stream.concat(Stream.of(HeadlineRenderer.render(event, severity)), details.stream())
                .toArray(String[]::new);
        return JsonBlocks.append(
                JsonBlocks.verbatimSections(texts), context(FooterRenderer.render(event, severity, event.running())));
    }

    /** Adds to a card the buttons by which something is done with its build, as {@link ButtonRow#actingElsewhere} has them. */
    public String withActingButtons(String card, BuildEvent event, Severity severity) {
        return ButtonRow.actingElsewhere(event, severity)
                .map(row -> JsonBlocks.append(card, row))
                .orElse(card);
    }

    /** Adds to a card the buttons that open pages of its build, as {@link ButtonRow#linking} has them. */
    public String withLinkButtons(String card, BuildEvent event) {
        return ButtonRow.linking(event).map(row -> JsonBlocks.append(card, row)).orElse(card);
    }

    /** Renders the bare news of a build: which one it is, and its outcome in one or two words. */
    public String renderPlain(BuildEvent event, Severity severity) {
        return HeadlineRenderer.icon(event, severity) + " *" + HeadlineRenderer.renderBrief(event, MAX_LINE) + "*";
    }

    /** Renders the note that stands for a message of a job's author that cannot be shown. */
    public String renderPlainNote(BuildEvent event) {
        return Phrase.PLAIN_NOTE.format(HeadlineRenderer.renderBrief(event, MAX_LINE));
    }

    /** Renders a message that holds only the headline of a build. */
    public RenderedMessage renderHeadline(BuildEvent event, Severity severity) {
        return new RenderedMessage(HeadlineRenderer.render(event, severity), List.of());
    }

    /**
     * Renders the message about a bad build after a later build has fixed it: the headline of the later build stands above.
     *
     * @param severity the severity of the later build
     */
    public RenderedMessage renderResolved(BuildEvent bad, Severity badSeverity, BuildEvent good, Severity severity) {
        String fixed = HeadlineRenderer.render(good, severity);
        String broken = HeadlineRenderer.render(bad, badSeverity);
        return bar(
                fixed + "\n" + broken,
                shown(bad, fixed, broken),
                SeverityColours.of(good, severity),
                details(bad, badSeverity, true));
    }

    /**
     * Renders the message about a build for which a template is used.
     *
     * @param text the filled template, in mrkdwn
     * @param late whether the message is sent late, so that it says when the build ended
     */
    public RenderedMessage renderTemplate(String text, BuildEvent event, Severity severity, boolean late) {
        List<LayoutBlock> footer = List.of(context(FooterRenderer.render(event, severity, late)));
        // As a block, because in the text of a message Slack makes a link of everything that looks like an address.
        return bar(text, JsonBlocks.verbatimSections(text), SeverityColours.of(event, severity), footer);
    }

    /**
     * Renders a message that holds only the first line of a filled template.
     *
     * @param text the filled template, in mrkdwn
     */
    public RenderedMessage renderTemplateHeadline(String text) {
        String headline = text.lines().findFirst().orElse(text);
        return new RenderedMessage(headline, JsonBlocks.verbatimSections(headline), List.of());
    }

    /**
     * Renders the message about a bad build for which a template was used, after a later build has fixed it.
     *
     * @param text the filled template for the bad build, in mrkdwn
     * @param severity the severity of the later build
     */
    public RenderedMessage renderResolved(
            String text, BuildEvent bad, Severity badSeverity, BuildEvent good, Severity severity) {
        String headline = HeadlineRenderer.render(good, severity);
        String both = headline + "\n" + text;
        return bar(
                both.length() <= MessageSplitter.MAX_PART ? both : headline,
                JsonBlocks.verbatimSections(headline, text),
                SeverityColours.of(good, severity),
                List.of(context(FooterRenderer.render(bad, badSeverity, true))));
    }

    /**
     * Renders a message that a job's author wrote.
     *
     * @param text mrkdwn or Markdown, as {@code format} says. It is sent unchanged, because its mentions and links are intended.
     *     Beside blocks it is shown in notifications only
     * @param late whether the message is sent late, so that it says when it was written
     */
    public RenderedMessage render(
            String text, MessageFormat format, BuildEvent event, Severity severity, boolean late) {
        List<LayoutBlock> origin = List.of(context(FooterRenderer.renderOrigin(event, late)));
        if (format.markdown()) {
            return bar(
                    Mrkdwn.line(text, MAX_NOTIFICATION),
                    JsonBlocks.markdown(text),
                    SeverityColours.of(severity),
                    origin);
        }
        String blocks = format.blocks();
        return bar(text, blocks == null ? JsonBlocks.NONE : blocks, SeverityColours.of(severity), origin);
    }

    /**
     * Adds to a direct message the explanation why its recipient gets it.
     *
     * @param involvements how the recipient is involved in the build; empty for a person whom the job names
     * @param choices the address of the page where the recipient chooses what to get; null where it is not known
     */
    public RenderedMessage withExplanation(
            RenderedMessage message, Set<Involvement> involvements, @CheckForNull String choices) {
        String reason = RecipientExplanation.of(involvements).format();
        if (choices == null) {
            return withLine(message, reason);
        }
        String link = Mrkdwn.link(choices, Phrase.CHOICES_LINK.format(), MAX_LINE);
        return withContext(message, Mrkdwn.line(reason, MAX_LINE) + " " + link, reason);
    }

    /**
     * Adds to a message that its build was deleted, so that nobody looks for a link.
     *
     * @param withJob whether its job was deleted as well
     */
    public RenderedMessage withoutBuild(RenderedMessage message, boolean withJob) {
        return withLine(message, (withJob ? Phrase.GONE_JOB : Phrase.GONE_BUILD).format());
    }

    private static RenderedMessage withLine(RenderedMessage message, String line) {
        return withContext(message, Mrkdwn.line(line, MAX_LINE), line);
    }

    private static RenderedMessage withContext(RenderedMessage message, String mrkdwn, String fallback) {
        Attachment below = Attachment.builder()
                .blocks(List.of(context(mrkdwn)))
                .fallback(fallback)
                .build();
        List<Attachment> attachments = new ArrayList<>(message.attachments());
        attachments.add(below);
        return new RenderedMessage(message.text(), message.blocks(), attachments);
    }

    /**
     * Adds a row of buttons, above the bar, as Slack may fold what stands beside it.
     *
     * @param buttons as {@link ButtonRow} renders them
     */
    public RenderedMessage withButtons(RenderedMessage message, ActionsBlock buttons) {
        String shown = message.blocks().equals(JsonBlocks.NONE)
                ? JsonBlocks.verbatimSections(message.text())
                : message.blocks();
        return new RenderedMessage(message.text(), JsonBlocks.append(shown, buttons), message.attachments());
    }

    private static RenderedMessage bar(String text, String blocks, String colour, List<LayoutBlock> details) {
        Attachment bar = Attachment.builder()
                .color(colour)
                .blocks(details)
                .fallback(text)
                .build();
        return new RenderedMessage(text, blocks, List.of(bar));
    }

    private static LayoutBlock context(String text) {
        return Blocks.context(List.of(mrkdwn(text)));
    }

    /** A verbatim text, in which Slack makes no links of words that only look like an address or a channel. */
    private static MarkdownTextObject mrkdwn(String text) {
        return MarkdownTextObject.builder().text(text).verbatim(true).build();
    }
}
