package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.event.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Lines of lists, escaped. */
final class Items {
    /** The longest line that a test makes, in characters as they are sent. */
    private static final int TEST_LIMIT = 150;

    private static final int SUMMARY_LIMIT = 120;
    private static final int AUTHOR_LIMIT = 60;
    private static final int COMMIT_ADDRESS_LIMIT = 250;

    private Items() {}

    static List<String> tests(List<String> names) {
        return names.stream()
                .map(name -> Phrase.ITEM_TEST.with(Mrkdwn.code(name, TEST_LIMIT)))
                .toList();
    }

    /** The newest first, because they are the likelier reason; each at most 450 characters. */
    static List<String> changes(List<Change> changes) {
        List<Change> newestFirst = new ArrayList<>(changes);
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(Items::change).toList();
    }

    /**
     * The first lines, and how many are not among them.
     *
     * @param all how many there are, if not all of them are known by name
     */
    static List<String> first(int shown, List<String> lines, int all) {
        int hidden = Math.max(all, lines.size()) - Math.min(shown, lines.size());
        Stream<String> more = hidden > 0 ? Stream.of(Phrase.ITEM_MORE.with(hidden)) : Stream.empty();
        return Stream.concat(lines.stream().limit(shown), more).toList();
    }

    /** As many of the first lines as fit into so many characters; an ellipsis stands for the others. */
    static String fitting(List<String> lines, int most) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < lines.size(); index++) {
            int rest = index == lines.size() - 1 ? 0 : "\n…".length();
            String line = (index == 0 ? "" : "\n") + lines.get(index);
            if (text.length() + line.length() + rest > most) {
                return text + (index == 0 ? "" : "\n") + "…";
            }
            text.append(line);
        }
        return text.toString();
    }

    private static String change(Change change) {
        return Phrase.ITEM_CHANGE.with(
                Mrkdwn.link(change.url(), change.summary(), SUMMARY_LIMIT, COMMIT_ADDRESS_LIMIT),
                Mrkdwn.line(change.author(), AUTHOR_LIMIT));
    }
}
