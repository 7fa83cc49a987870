package io.jenkins.plugins.slacknotify.message;

import com.slack.api.model.Attachment;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.composition.MarkdownTextObject;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Change;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Turns a build into a message.
 *
 * <p>Whatever the build contains, the message stays within Slack's limits and holds no mention, link or markup other than
 * those made here. Safe for use by many threads.
 */
public final class MessageRenderer {
    private static final int CHANGES_SHOWN = 5;
    private static final int SUMMARY_LIMIT = 120;
    private static final int AUTHOR_LIMIT = 60;
    private static final int CAUSE_LIMIT = 200;

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
        List<LayoutBlock> details = new ArrayList<>();
        if (!event.changes().isEmpty()) {
            details.add(Blocks.section(section -> section.text(mrkdwn(changes(event.changes())))));
        }
        details.add(context(facts(event, severity, late)));
        return bar(Headline.of(event, severity), severity, details);
    }

    /**
     * The message that says what a job's author wrote.
     *
     * @param text mrkdwn, sent as it is: mentions and links in it are meant
     * @param late whether it is no longer news, and has to say when it was said
     */
    public RenderedMessage render(String text, BuildEvent event, Severity severity, boolean late) {
        String origin = Mrkdwn.link(event.url(), event.jobName() + " " + event.buildName(), CAUSE_LIMIT);
        return bar(text, severity, List.of(context(late ? origin + " · " + moment(event) : origin)));
    }

    /**
     * A message with a line below it, for somebody who gets it in person.
     *
     * @param line plain text
     */
    public RenderedMessage withLine(RenderedMessage message, String line) {
        Attachment below = Attachment.builder()
                .blocks(List.of(context(Mrkdwn.line(line, CAUSE_LIMIT))))
                .fallback(line)
                .build();
        List<Attachment> attachments = new ArrayList<>(message.attachments());
        attachments.add(below);
        return new RenderedMessage(message.text(), attachments);
    }

    private static RenderedMessage bar(String text, Severity severity, List<LayoutBlock> details) {
        Attachment bar = Attachment.builder()
                .color(Colours.of(severity))
                .blocks(details)
                .fallback(text)
                .build();
        return new RenderedMessage(text, List.of(bar));
    }

    private static LayoutBlock context(String text) {
        return Blocks.context(List.of(mrkdwn(text)));
    }

    private static MarkdownTextObject mrkdwn(String text) {
        return BlockCompositions.markdownText(text);
    }

    private static String facts(BuildEvent event, Severity severity, boolean late) {
        List<String> facts = new ArrayList<>();
        facts.add(severity.name().charAt(0) + severity.name().substring(1).toLowerCase(Locale.ROOT));
        facts.add((event.running() ? "running for " : "took ") + Durations.spoken(event.duration()));
        if (late) {
            facts.add(moment(event));
        }
        if (event.cause() != null) {
            facts.add(Mrkdwn.line(event.cause(), CAUSE_LIMIT));
        }
        if (event.url() != null) {
            facts.add(Mrkdwn.link(event.url() + "console", "Console", CAUSE_LIMIT));
        }
        return String.join(" · ", facts);
    }

    private static String moment(BuildEvent event) {
        return (event.running() ? "as of " : "ended ") + Times.local(event.at());
    }

    /** The newest first, because they are the likelier reason. */
    private static String changes(List<Change> changes) {
        List<Change> newestFirst = new ArrayList<>(changes);
        Collections.reverse(newestFirst);
        String shown = newestFirst.stream()
                .limit(CHANGES_SHOWN)
                .map(MessageRenderer::change)
                .collect(Collectors.joining("\n"));
        int hidden = changes.size() - CHANGES_SHOWN;
        return hidden <= 0 ? shown : shown + "\n+" + hidden + " more";
    }

    private static String change(Change change) {
        return "• " + Mrkdwn.line(change.summary(), SUMMARY_LIMIT) + " — " + Mrkdwn.line(change.author(), AUTHOR_LIMIT);
    }
}
