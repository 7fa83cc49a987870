package io.jenkins.plugins.slacknotify.message.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits standard Markdown that is too long for one message. Slack's documentation allows 12,000 characters in the Markdown of
 * a message, but refusals were reported for less text than that in its blocks, so the pieces are smaller.
 */
public final class MarkdownSplitter {
    /** The most characters in a part, the fences that are added included. */
    static final int PART_LIMIT = 9_000;

    /** What opens or closes a block of code. */
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(`{3,}|~{3,})([^\\n]*)$");

    /** Longer than this is no fence that anybody wrote by hand; it is not repeated. */
    private static final int FENCE_LIMIT = 100;

    private MarkdownSplitter() {}

    /**
     * The text in pieces; a block of code that is cut in two is closed and opened again.
     *
     * @return at least one piece, none longer than {@link #PART_LIMIT}
     * @throws IllegalArgumentException where the text is longer than {@link MessageSplitter#TEXT_LIMIT}
     */
    public static List<String> split(String text) {
        if (text.length() <= PART_LIMIT) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        String open = "";
        for (String piece : MessageSplitter.split(text, PART_LIMIT - 3 * FENCE_LIMIT)) {
            String whole = open.isEmpty() ? piece : open + "\n" + piece;
            open = openAtTheEnd(whole);
            parts.add(open.isEmpty() ? whole : whole + "\n" + marker(open));
        }
        return List.copyOf(parts);
    }

    /** The line that opened the block of code in which the text ends; empty where it ends in none. */
    private static String openAtTheEnd(String text) {
        String open = "";
        Matcher fences = FENCE.matcher(text);
        while (fences.find()) {
            if (open.isEmpty()) {
                open = fences.group().length() > FENCE_LIMIT
                        ? ""
                        : fences.group().strip();
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
