package io.jenkins.plugins.slacknotify.message;

import com.slack.api.model.Attachment;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.BlockCompositions;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import io.jenkins.plugins.slacknotify.message.wording.HeadlineRenderer;
import io.jenkins.plugins.slacknotify.message.wording.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Renders a digest: many builds in one message, grouped by severity, the worst first, then by folder, each with a link.
 *
 * <p>Up to {@value #MAX_BUILDS} builds stay within Slack's limits, whatever their names. Safe for use by many threads.
 */
public final class DigestRenderer {
    /** The most builds of a digest. */
    public static final int MAX_BUILDS = 40;

    /** The most characters of all lines. With the folders they stay below the 10,000 that Slack accepts in all blocks. */
    private static final int LINES_LIMIT = 7_200;

    private static final int LINE_LIMIT = 1_000;

    private static final int FOLDER_LIMIT = 40;
    private static final int SECTION_LIMIT = 2_900;

    /** One build of a digest. */
    public record Item(BuildEvent event, Severity severity) {
        private String folder() {
            String job = event.key().job();
            return job.contains("/") ? job.substring(0, job.lastIndexOf('/')) : "";
        }
    }

    /**
     * Renders a digest of builds.
     *
     * @param items at least one and at most {@value #MAX_BUILDS}
     * @param late whether the message is sent late, so that it says when the first of the builds ended
     * @param unread the number of further builds that this version of the plugin cannot read
     */
    public RenderedMessage render(List<Item> items, boolean late, int unread) {
        Map<Severity, List<Item>> bySeverity = items.stream()
                .collect(Collectors.groupingBy(
                        Item::severity, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        String headline = headline(items, late, unread);
        int lineLimit = Math.min(LINE_LIMIT, LINES_LIMIT / items.size());
        List<Attachment> bars = new ArrayList<>();
        bySeverity.forEach((severity, group) -> bars.add(Attachment.builder()
                .color(SeverityColours.of(severity))
                .fallback(headline)
                .blocks(sections(lines(group, lineLimit)))
                .build()));
        return new RenderedMessage(headline, bars);
    }

    private static String headline(List<Item> items, boolean late, int unread) {
        String undated = headline(items);
        String dated = late ? Phrase.DIGEST_HEADLINE_LATE.format(undated, DateMarkup.local(first(items))) : undated;
        return unread == 0 ? dated : Phrase.DIGEST_HEADLINE_UNREAD.format(dated, unread);
    }

    private static String headline(List<Item> items) {
        Map<String, Long> counts = items.stream()
                .collect(Collectors.groupingBy(
                        item -> HeadlineRenderer.outcomeLabel(item.event()), TreeMap::new, Collectors.counting()));
        String summary = counts.size() == 1
                ? Phrase.DIGEST_ALL.format(counts.keySet().iterator().next(), items.size())
                : summary(counts);
        return Phrase.DIGEST_HEADLINE.format(icon(items), items.size(), summary);
    }

    private static String summary(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(count -> Phrase.DIGEST_COUNT.format(count.getValue(), count.getKey()))
                .collect(Collectors.joining(Phrase.DIGEST_SEPARATOR.format()));
    }

    /** The icon of the worst build. */
    private static String icon(List<Item> items) {
        Item worst = items.stream().max(Comparator.comparing(Item::severity)).orElseThrow();
        return HeadlineRenderer.icon(worst.event(), worst.severity());
    }

    private static Instant first(List<Item> items) {
        return items.stream()
                .map(item -> item.event().at())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<String> lines(List<Item> group, int lineLimit) {
        List<String> lines = new ArrayList<>();
        group.stream()
                .collect(Collectors.groupingBy(Item::folder, TreeMap::new, Collectors.toList()))
                .forEach((folder, items) -> {
                    if (!folder.isEmpty()) {
                        lines.add("*" + Mrkdwn.line(folder, FOLDER_LIMIT) + "*");
                    }
                    items.forEach(item -> lines.add("• " + HeadlineRenderer.renderBrief(item.event(), lineLimit)));
                });
        return lines;
    }

    /** Puts the lines into as few sections as possible. */
    private static List<LayoutBlock> sections(List<String> lines) {
        List<LayoutBlock> sections = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() + line.length() >= SECTION_LIMIT) {
                sections.add(section(text.toString()));
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        sections.add(section(text.toString()));
        return sections;
    }

    private static LayoutBlock section(String text) {
        return Blocks.section(section -> section.text(BlockCompositions.markdownText(text)));
    }
}
