package io.jenkins.plugins.slacknotify.interaction.text;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Labels of buttons or options that stand side by side. Names that are too long often differ in their end alone, such as those of the
 * branches of a project, and whoever cannot tell two labels apart chooses the wrong one.
 */
public final class DistinctLabels {
    private static final String ELLIPSIS = "…";

    private DistinctLabels() {}

    /**
     * Returns a label for each of some texts: the text as one line, its beginning where it is too long, its beginning and end where that
     * does for another one, too, and all with numbers where even these are the same.
     *
     * @param limit the most characters, as escaped text has them
     */
    public static List<String> of(List<String> texts, int limit) {
        List<String> lines =
                texts.stream().map(text -> text.replaceAll("\\s+", " ").strip()).toList();
        List<String> beginnings = each(lines, line -> beginning(line, limit));
        if (areDistinct(beginnings)) {
            return beginnings;
        }
        List<String> ends = each(lines, line -> beginningAndEnd(line, limit));
        return areDistinct(ends)
                ? ends
                : IntStream.range(0, lines.size())
                        .mapToObj(index -> {
                            String number = (index + 1) + ". ";
                            return number + beginningAndEnd(lines.get(index), limit - number.length());
                        })
                        .toList();
    }

    private static List<String> each(List<String> lines, UnaryOperator<String> label) {
        return lines.stream().map(label).toList();
    }

    private static boolean areDistinct(List<String> labels) {
        return new HashSet<>(labels).size() == labels.size();
    }

    private static boolean fits(String text, int limit) {
        return Mrkdwn.escape(text).length() <= limit;
    }

    private static String beginning(String text, int limit) {
        return fits(text, limit) ? text : shortest(text, limit - ELLIPSIS.length()) + ELLIPSIS;
    }

    private static String beginningAndEnd(String text, int limit) {
        if (fits(text, limit)) {
            return text;
        }
        String head = shortest(text, limit / 3) + ELLIPSIS;
        int from = text.offsetByCodePoints(Math.max(head.length(), text.length() - limit) - 1, 1);
        while (!fits(head + text.substring(from), limit)) {
            from = text.offsetByCodePoints(from, 1);
        }
        return head + text.substring(from);
    }

    private static String shortest(String text, int limit) {
        String head = Excerpt.truncate(text, limit);
        while (!fits(head, limit)) {
            head = Excerpt.truncate(head, head.length() - 1);
        }
        return head;
    }
}
