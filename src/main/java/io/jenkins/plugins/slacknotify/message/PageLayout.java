package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.message.text.MessageSplitter;
import io.jenkins.plugins.slacknotify.message.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays lines out over texts that are each shorter than one message may be. */
final class PageLayout {
    private static final int LIMIT = MessageSplitter.PART_LIMIT;
    private static final String FENCE = "```";

    /** Room for what tells that there are more. */
    private static final int RESERVE = 100;

    private PageLayout() {}

    /**
     * A heading and a list.
     *
     * @param lines each much shorter than a page
     * @param all how many there are, if not all of them are at hand
     * @param pages the most pages; what does not fit is counted
     */
    static List<String> listPages(String heading, List<String> lines, int all, int pages) {
        List<String> full = new ArrayList<>();
        StringBuilder page = new StringBuilder(heading);
        int shown = 0;
        for (String line : lines) {
            if (page.length() + line.length() + RESERVE > LIMIT) {
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

    /** A heading and the last lines that fit on one page, in a code block. */
    static String codeBlockPage(String heading, List<String> lines) {
        int room = LIMIT - heading.length() - 2 * FENCE.length() - 3;
        int from = lines.size();
        while (from > 0 && lines.get(from - 1).length() < room) {
            from--;
            room -= lines.get(from).length() + 1;
        }
        return heading + "\n" + FENCE + "\n" + String.join("\n", lines.subList(from, lines.size())) + "\n" + FENCE;
    }

    /** As few texts as hold those, in their order. */
    static List<String> join(Stream<String> texts) {
        List<String> joined = new ArrayList<>();
        texts.forEach(text -> {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).length() + text.length() + 2 <= LIMIT) {
                joined.set(last, joined.get(last) + "\n\n" + text);
            } else {
                joined.add(text);
            }
        });
        return joined;
    }
}
