package io.jenkins.plugins.slacknotify.message.text;

import io.jenkins.plugins.slacknotify.event.text.Graphemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text that is too long for one message. Slack's documentation asks to keep a message's text to 4,000
 * characters. Slack refuses a longer text, or breaks it up anywhere.
 */
public final class MessageSplitter {
    public static final int MAX_PART = 3_900;

    /** The longest text, in characters, that {@link #split} accepts. */
    public static final int MAX_TEXT = 200_000;

    /** The length, in characters, of the longest code point. */
    private static final int MIN_LIMIT = 2;

    private MessageSplitter() {}

    /**
     * Splits a text into parts of at most {@link #MAX_PART} characters. Together they hold all of the text except the line
     * breaks at which it was cut.
     *
     * @return at least one part; no user-perceived character is cut in two, unless it alone is longer than the limit
     * @throws IllegalArgumentException where the text is longer than {@link #MAX_TEXT}
     */
    public static List<String> split(String text) {
        return split(text, MAX_PART);
    }

    /**
     * Splits a text like {@link #split(String)}, with another limit.
     *
     * @param limit the most characters of a part
     * @throws IllegalArgumentException also where not even one character fits into a part
     */
    public static List<String> split(String text, int limit) {
        if (limit < MIN_LIMIT) {
            throw new IllegalArgumentException(
                    "Nothing is left for the message beside the mention. Mention fewer people, or a user group instead.");
        }
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(String.format(
                    Locale.ENGLISH,
                    "The message has %,d characters, and at most %,d can be sent. Archive the text as an artifact and"
                            + " send a link to it instead.",
                    text.length(),
                    MAX_TEXT));
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

    /**
     * The index at which a part ends: the last line break in the second half of the part, or else behind the last blank there; before
     * a link or mention that would be cut in two.
     */
    private static int cut(String text, int limit) {
        int line = text.lastIndexOf('\n', limit);
        if (line >= limit / 2) {
            return line;
        }
        int blank = text.lastIndexOf(' ', limit - 1) + 1;
        int end = blank > limit / 2 ? blank : lastGrapheme(text, limit);
        int markup = text.lastIndexOf('<', end - 1);
        return markup > limit / 2 && text.indexOf('>', markup) >= end ? markup : end;
    }

    private static int lastGrapheme(String text, int limit) {
        int end = Graphemes.fittingLength(text, limit);
        return end > 0 ? end : lastCodePoint(text, limit);
    }

    private static int lastCodePoint(String text, int limit) {
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }
}
