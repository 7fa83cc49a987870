package io.jenkins.plugins.slacknotify.message.text;

import io.jenkins.plugins.slacknotify.event.text.Graphemes;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text that is too long for one message. Slack's documentation asks to keep a message's text to 4,000
 * characters; beyond that it is refused or broken up somewhere by Slack.
 */
public final class MessageSplitter {
    /** The most characters in a part. */
    public static final int PART_LIMIT = 3_900;

    /** The longest text, in characters, that is taken at all. */
    public static final int TEXT_LIMIT = 200_000;

    private MessageSplitter() {}

    /**
     * The text in pieces that together hold all of it, but for the line breaks at which it was cut.
     *
     * @return at least one piece, none longer than {@link #PART_LIMIT}; no user-perceived character is cut in two, unless
     *     it alone is longer than that
     * @throws IllegalArgumentException where the text is longer than {@link #TEXT_LIMIT}
     */
    public static List<String> split(String text) {
        return split(text, PART_LIMIT);
    }

    /** The same with another limit for each piece, in characters. */
    public static List<String> split(String text, int limit) {
        if (text.length() > TEXT_LIMIT) {
            throw new IllegalArgumentException(String.format(
                    "The message has %,d characters, and at most %,d can be sent. Archive the text as an artifact and"
                            + " send a link to it instead.",
                    text.length(), TEXT_LIMIT));
        }
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > limit) {
            int cut = cut(rest, limit);
            parts.add(rest.substring(0, cut));
            rest = rest.substring(rest.startsWith("\n", cut) ? cut + 1 : cut);
        }
        if (!rest.isEmpty() || parts.isEmpty()) {
            parts.add(rest);
        }
        return List.copyOf(parts);
    }

    /** A line break in the last part of a piece is the better place to cut, if it leaves half of the piece. */
    private static int cut(String text, int limit) {
        int line = text.lastIndexOf('\n', limit);
        return line >= limit / 2 ? line : lastGrapheme(text, limit);
    }

    private static int lastGrapheme(String text, int limit) {
        int end = Graphemes.fittingLength(text, limit);
        return end > 0 ? end : lastCodePoint(text, limit);
    }

    private static int lastCodePoint(String text, int limit) {
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }
}
