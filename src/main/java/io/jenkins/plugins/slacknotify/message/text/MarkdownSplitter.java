package io.jenkins.plugins.slacknotify.message.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits standard Markdown that is too long for one message. Slack's documentation allows 12,000 characters in the Markdown of
 * a message, but users report refusals for less text than that, so the parts are smaller.
 */
public final class MarkdownSplitter {
    /** The most characters in a part, including the fences that the splitter adds. */
    static final int MAX_PART = 9_000;

    /** A line that opens or closes a block of code. With more backticks behind those, it is code within a line. */
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(`{3,}(?=[^`\\n]*$)|~{3,})([^\\n]*)$");

    /** The longest line, in characters, that counts as a fence. Nobody writes a longer one by hand. */
    private static final int MAX_FENCE = 100;

    private MarkdownSplitter() {}

    /**
     * Splits a text into parts. A block of code that is cut in two is closed in one part and opened again in the next.
     *
     * @return at least one part, none longer than {@link #MAX_PART}
     * @throws IllegalArgumentException where the text is longer than {@link MessageSplitter#MAX_TEXT}
     */
    public static List<String> split(String text) {
        if (text.length() <= MAX_PART) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        String open = "";
        for (String part : MessageSplitter.split(text, MAX_PART - 3 * MAX_FENCE)) {
            String fenced = open.isEmpty() ? part : open + "\n" + part;
            open = openFence(fenced);
            parts.add(open.isEmpty() ? fenced : fenced + "\n" + marker(open));
        }
        return List.copyOf(parts);
    }

    /** The line that opens the block of code in which the text ends; empty if it ends outside of one. */
    private static String openFence(String text) {
        String open = "";
        Matcher fences = FENCE.matcher(text);
        while (fences.find()) {
            if (open.isEmpty()) {
                open = fences.group().length() > MAX_FENCE ? "" : fences.group().strip();
            } else if (closes(fences, marker(open))) {
                open = "";
            }
        }
        return open;
    }

    private static boolean closes(Matcher fence, String opening) {
        return fence.group(1).startsWith(opening) && fence.group(2).isBlank();
    }

    private static String marker(String fence) {
        return fence.replaceFirst("[^`~].*", "");
    }
}
