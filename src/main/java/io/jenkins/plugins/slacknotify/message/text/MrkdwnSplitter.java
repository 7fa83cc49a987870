package io.jenkins.plugins.slacknotify.message.text;

import java.util.ArrayList;
import java.util.List;

/** Splits Slack's mrkdwn that is too long for one message. A block of code that is cut in two stays one: it is closed, and opened again. */
public final class MrkdwnSplitter {
    /** The fence that opens and closes a block of code, wherever it stands in a line. */
    private static final String FENCE = "```";

    private static final char BACKTICK = '`';

    private MrkdwnSplitter() {}

    /**
     * Splits a text like {@link MessageSplitter#split(String, int)}.
     *
     * @param limit the most characters of a part, including the fences that the splitter adds
     * @throws IllegalArgumentException as there
     */
    public static List<String> split(String text, int limit) {
        if (text.length() <= limit || !text.contains(FENCE)) {
            return MessageSplitter.split(text, limit);
        }
        List<String> parts = new ArrayList<>();
        String begin = "";
        // Room for a fence at the beginning, another at the end, and the beginning of one that was cut in two.
        for (String cut : MessageSplitter.split(text, limit - 3 * FENCE.length())) {
            String part = begin + cut;
            String torn = part.substring(part.length() - countOfTornFence(part));
            String whole = part.substring(0, part.length() - torn.length());
            boolean isOpen = count(whole) % 2 != 0;
            parts.add(isOpen ? whole + FENCE : whole);
            begin = (isOpen ? FENCE : "") + torn;
        }
        int last = parts.size() - 1;
        // Nothing follows, so what looks torn is text, and a block that the author has not closed stays open.
        parts.set(last, unclosed(parts.get(last), begin));
        return List.copyOf(parts);
    }

    private static String unclosed(String part, String begin) {
        return begin.startsWith(FENCE)
                ? part.substring(0, part.length() - FENCE.length()) + begin.substring(FENCE.length())
                : part + begin;
    }

    private static int count(String text) {
        int fences = 0;
        for (int at = text.indexOf(FENCE); at >= 0; at = text.indexOf(FENCE, at + FENCE.length())) {
            fences++;
        }
        return fences;
    }

    /** How many backticks at the end are the beginning of a fence, whose rest is in the next part perhaps. */
    private static int countOfTornFence(String text) {
        int run = 0;
        while (run < text.length() && text.charAt(text.length() - 1 - run) == BACKTICK) {
            run++;
        }
        return run % FENCE.length();
    }
}
