package io.jenkins.plugins.slacknotify.event.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits text into graphemes: what people see as one character, such as an emoji of a family, or a letter with its accents. */
public final class Graphemes {
    /**
     * An extended grapheme cluster, as Unicode's annex 29 calls it. Java 17 ends one too early at the joiner in an emoji that
     * follows a prepended mark such as U+0604, so what such a joiner joins is added.
     */
    private static final Pattern GRAPHEME = Pattern.compile("\\X(?:(?<=\\u200D)(?=\\p{So})\\X)*");

    private Graphemes() {}

    /** Returns a matcher that finds the graphemes of a text, one after the other. */
    public static Matcher matcher(String text) {
        return GRAPHEME.matcher(text);
    }

    /**
     * The length of the longest beginning of a text that consists of whole graphemes and fits into a limit.
     *
     * @param limit in UTF-16 units, as the result is
     * @return 0 where the first grapheme does not fit
     */
    public static int fittingLength(String text, int limit) {
        Matcher graphemes = matcher(text);
        int end = 0;
        while (graphemes.find() && graphemes.end() <= limit) {
            end = graphemes.end();
        }
        return end;
    }
}
