package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.regex.Pattern;

/**
 * A name, id or secret as a person has pasted it, from a page, a chat or a file: with it come line breaks, and signs that no keyboard has
 * and nobody sees.
 */
public final class PastedText {
    /** Zero-width spaces, byte order marks, and marks of the direction of a text, for a class of characters of a regular expression. */
    public static final String INVISIBLE = "\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF";

    /** The same, and all white space. */
    public static final String BLANK = "\\s\\p{Z}" + INVISIBLE;

    private static final Pattern BLANKS_AROUND =
            Pattern.compile("^[" + BLANK + "]++|(?<![" + BLANK + "])[" + BLANK + "]++$");

    private PastedText() {}

    /**
     * Returns what was meant: the text without such signs around it. What stands within the text stays.
     *
     * @return empty where there is nothing else
     */
    public static String clean(@CheckForNull String pasted) {
        return pasted == null ? "" : BLANKS_AROUND.matcher(pasted).replaceAll("");
    }
}
