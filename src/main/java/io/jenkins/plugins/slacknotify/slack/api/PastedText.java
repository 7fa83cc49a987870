package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.regex.Pattern;

/**
 * A name, id or secret as a person has pasted it, from a page, a chat or a file: with it come line breaks, and signs that no keyboard has
 * and nobody sees.
 */
public final class PastedText {
    /**
     * A class of characters, as in a regular expression, that nobody sees: what Unicode calls format, such as zero-width spaces, byte order
     * marks, and marks of the direction of a text or of where a word may break; and what the dictation of a phone leaves behind. Joiners and
     * tags are none of them, as they hold an emoji together, nor are signs of numbers in Arabic.
     */
    public static final String INVISIBLE =
            "[[\\p{Cf}\\uFFFC]&&[^\\u200C\\u200D\\u0600-\\u0605\\u06DD\\x{E0020}-\\x{E007F}]]";

    /** A class of a regular expression with the invisible characters and all white space. */
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
