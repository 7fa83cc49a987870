package io.jenkins.plugins.slacknotify.message;

import com.slack.api.model.Attachment;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.BlockCompositions;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.text.FullNames;
import io.jenkins.plugins.slacknotify.message.blocks.JsonBlocks;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import io.jenkins.plugins.slacknotify.message.wording.FooterRenderer;
import io.jenkins.plugins.slacknotify.message.wording.HeadlineRenderer;
import io.jenkins.plugins.slacknotify.message.wording.Phrase;
import io.jenkins.plugins.slacknotify.message.wording.SummaryRenderer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders a digest: many builds in one message, grouped by severity, the worst first, then by folder, each with a link and the
 * reason. It is laid out as the message of one build is ({@link MessageRenderer}): what happened stands above the bar, which has the
 * colour of the worst.
 *
 * <p>Up to {@value #MAX_BUILDS} builds stay within Slack's limits, whatever their names. Safe for use by many threads.
 */
public final class DigestRenderer {
    public static final int MAX_BUILDS = 40;

    /** The most characters of all lines. With the folders they stay below the 10,000 that Slack accepts in all blocks. */
    private static final int MAX_LINES = 7_200;

    private static final int MAX_LINE = 1_000;

    private static final int MAX_REASON = 160;

    /** The fewest characters of a reason that still tell a reader something. */
    private static final int LEAST_REASON = 30;

    private static final int MAX_FOLDER = 40;
    private static final int MAX_SECTION = 2_900;

    public record Item(BuildEvent event, Severity severity) {
        private String folder() {
            return FullNames.parent(event.key().job());
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
        int lineLimit = Math.min(MAX_LINE, MAX_LINES / items.size());
        Stream<String> groups = bySeverity.values().stream().flatMap(group -> sections(lines(group, lineLimit)));
        Item worst = worst(items);
        return new RenderedMessage(
                Phrase.HEADLINE_REASON.format(headline, brief(worst, MAX_LINE)),
                JsonBlocks.verbatimSections(
                        Stream.concat(Stream.of(headline), groups).toArray(String[]::new)),
                List.of(Attachment.builder()
                        .color(SeverityColours.of(worst.event(), worst.severity()))
                        .fallback(headline)
                        .blocks(List.of(footer(bySeverity)))
                        .build()));
    }

    private static LayoutBlock footer(Map<Severity, List<Item>> bySeverity) {
        String counts = bySeverity.entrySet().stream()
                .map(group -> Phrase.DIGEST_SEVERITY.format(
                        FooterRenderer.severityPhrase(group.getKey()).format(),
                        group.getValue().size()))
                .collect(Collectors.joining(Phrase.FOOTER_SEPARATOR.format()));
        return Blocks.context(List.of(BlockCompositions.markdownText(counts)));
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

    private static String icon(List<Item> items) {
        Item worst = worst(items);
        return HeadlineRenderer.icon(worst.event(), worst.severity());
    }

    /** Returns the first item among those of the highest severity. */
    private static Item worst(List<Item> items) {
        return items.stream()
                .min(Comparator.comparing(Item::severity).reversed())
                .orElseThrow();
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
                        lines.add(Mrkdwn.bold(folder, MAX_FOLDER));
                    }
                    items.forEach(item -> lines.add(line(item, lineLimit)));
                });
        return lines;
    }

    /** The icon says what the colour of a bar would say. */
    private static String line(Item item, int limit) {
        String icon = HeadlineRenderer.icon(item.event(), item.severity()) + " ";
        return icon + brief(item, limit - icon.length());
    }

    /** Renders the event of a build and, as far as there is room, its reason. */
    private static String brief(Item item, int limit) {
        String brief = HeadlineRenderer.renderBrief(item.event(), limit);
        int room = Math.min(
                MAX_REASON, limit - Phrase.HEADLINE_REASON.format(brief, "").length());
        return room < LEAST_REASON ? brief : SummaryRenderer.withReason(brief, item.event(), room);
    }

    /** Puts the lines into as few sections as possible. */
    private static Stream<String> sections(List<String> lines) {
        Stream.Builder<String> sections = Stream.builder();
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() + line.length() >= MAX_SECTION) {
                sections.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        return sections.add(text.toString()).build();
    }
}
