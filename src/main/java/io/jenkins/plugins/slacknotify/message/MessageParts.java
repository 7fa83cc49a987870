package io.jenkins.plugins.slacknotify.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text that is too long for one message. Slack's documentation asks to keep a message's text to 4,000
 * characters; beyond that it is refused or broken up somewhere by Slack.
 */
public final class MessageParts {
    /** The most characters in a part. */
    public static final int PART_LIMIT = 3_900;

    /** The longest text, in characters, that is taken at all. */
    public static final int TEXT_LIMIT = 200_000;

    /** A line break in the last part of a piece is the better place to cut, if it leaves the piece this long. */
    private static final int WORTH_KEEPING = PART_LIMIT / 2;

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private MessageParts() {}

    /**
     * The text in pieces that together hold all of it, but for the line breaks at which it was cut.
     *
     * @return at least one piece, none longer than {@link #PART_LIMIT}; no user-perceived character is cut in two, unless
     *     it alone is longer than that
     * @throws IllegalArgumentException where the text is longer than {@link #TEXT_LIMIT}
     */
    public static List<String> split(String text) {
        if (text.length() > TEXT_LIMIT) {
            throw new IllegalArgumentException(String.format(
                    "The message has %,d characters, and at most %,d can be sent. Archive the text as an artifact and"
                            + " send a link to it instead.",
                    text.length(), TEXT_LIMIT));
        }
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > PART_LIMIT) {
            int cut = cut(rest);
            parts.add(rest.substring(0, cut));
            rest = rest.substring(rest.startsWith("\n", cut) ? cut + 1 : cut);
        }
        if (!rest.isEmpty() || parts.isEmpty()) {
            parts.add(rest);
        }
        return List.copyOf(parts);
    }

    private static int cut(String text) {
        int line = text.lastIndexOf('\n', PART_LIMIT);
        return line >= WORTH_KEEPING ? line : lastGrapheme(text);
    }

    private static int lastGrapheme(String text) {
        Matcher graphemes = GRAPHEME.matcher(text);
        int end = 0;
        while (graphemes.find() && graphemes.end() <= PART_LIMIT) {
            end = graphemes.end();
        }
        return end > 0 ? end : lastCodePoint(text);
    }

    private static int lastCodePoint(String text) {
        return Character.isHighSurrogate(text.charAt(PART_LIMIT - 1)) ? PART_LIMIT - 1 : PART_LIMIT;
    }
}
