package io.jenkins.plugins.slacknotify.event.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people take for one character, though it may be many: an emoji of a family, a letter with its accents. */
public final class Graphemes {
    /**
     * An extended grapheme cluster, as Unicode's annex 29 calls it. Java 17 ends one too early at the joiner in an emoji that
     * follows a prepended mark such as U+0604, so what such a joiner joins is added.
     */
    private static final Pattern GRAPHEME = Pattern.compile("\\X(?:(?<=\\u200D)(?=\\p{So})\\X)*");

    private Graphemes() {}

    /** Finds them all, one after the other. */
    public static Matcher matcher(String text) {
        return GRAPHEME.matcher(text);
    }

    /** How many UTF-16 units of a text those at its beginning have that fit into a limit; 0 where already the first does not. */
    public static int fittingLength(String text, int limit) {
        Matcher graphemes = matcher(text);
        int end = 0;
        while (graphemes.find() && graphemes.end() <= limit) {
            end = graphemes.end();
        }
        return end;
    }
}
