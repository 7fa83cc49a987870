package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.message.text.MessageSplitter;
import io.jenkins.plugins.slacknotify.message.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays out lines on pages, which are texts that each fit into one message. */
final class PageLayout {
    private static final int MAX_LENGTH = MessageSplitter.MAX_PART;
    private static final String FENCE = "```";

    /** The characters kept for the line that counts what is left out. */
    private static final int RESERVE = 100;

    private PageLayout() {}

    /**
     * Lays out a list under a heading.
     *
     * @param lines each much shorter than a page
     * @param all how many lines there are, if more than {@code lines} holds
     * @param pages the most pages; lines that do not fit are counted
     */
    static List<String> listPages(String heading, List<String> lines, int all, int pages) {
        List<String> full = new ArrayList<>();
        StringBuilder page = new StringBuilder(heading);
        int shown = 0;
        for (String line : lines) {
            if (page.length() + line.length() + RESERVE > MAX_LENGTH) {
                if (full.size() == pages - 1) {
                    break;
                }
                full.add(page.toString());
                page.setLength(0);
            }
            page.append(page.isEmpty() ? "" : "\n").append(line);
            shown++;
        }
        int hidden = Math.max(all, lines.size()) - shown;
        full.add(page + (hidden > 0 ? "\n" + Phrase.ITEM_MORE.format(hidden) : ""));
        return full;
    }

    /** Lays out one page: a heading, and in a code block as many of the last lines as fit. */
    static String codeBlockPage(String heading, List<String> lines) {
        int room = MAX_LENGTH - heading.length() - 2 * FENCE.length() - 3;
        int from = lines.size();
        while (from > 0 && lines.get(from - 1).length() < room) {
            from--;
            room -= lines.get(from).length() + 1;
        }
        return heading + "\n" + FENCE + "\n" + String.join("\n", lines.subList(from, lines.size())) + "\n" + FENCE;
    }

    /** Joins texts, in their order, into as few pages as possible. */
    static List<String> join(Stream<String> texts) {
        List<String> joined = new ArrayList<>();
        texts.forEach(text -> {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).length() + text.length() + 2 <= MAX_LENGTH) {
                joined.set(last, joined.get(last) + "\n\n" + text);
            } else {
                joined.add(text);
            }
        });
        return joined;
    }
}
