package io.jenkins.plugins.slacknotify.event.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits text into graphemes: what people see as one character, such as an emoji of a family, or a letter with its accents.
 *
 * <p>Texts come from whoever can commit: so the time grows with the length of the text and no faster, and nothing is matched by
 * recursion, whatever the text is. A grapheme of more than {@value #MAX_LENGTH} UTF-16 units is no character that anybody sees as
 * one; it counts as several.
 *
 * <p>An instance reads one text, and is for one thread.
 */
public final class Graphemes {
    /** The longest emoji, of a family with skin tones, has fewer than 30 units. */
    static final int MAX_LENGTH = 64;

    /** An extended grapheme cluster, as Unicode's annex 29 calls it. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final char JOINER = '\u200d';

    private final String text;
    private final Matcher cluster;
    private int start;
    private int end;

    private Graphemes(String text) {
        this.text = text;
        cluster = CLUSTER.matcher(text);
    }

    public static Graphemes of(String text) {
        return new Graphemes(text);
    }

    /** Returns the next grapheme; null after the last one. */
    @CheckForNull
    public String next() {
        return advance() ? text.substring(start, end) : null;
    }

    private boolean advance() {
        start = end;
        if (start == text.length()) {
            return false;
        }
        int most = wholeUntil(Math.min(text.length(), start + MAX_LENGTH));
        end = clusterEnd(start, most);
        // Java 17 ends a cluster too early at the joiner in an emoji that follows a prepended mark such as U+0604.
        while (end < most && text.charAt(end - 1) == JOINER && isSymbol(text.codePointAt(end))) {
            end = clusterEnd(end, most);
        }
        return true;
    }

    private int clusterEnd(int from, int to) {
        cluster.region(from, to);
        return cluster.lookingAt() ? cluster.end() : to;
    }

    private static boolean isSymbol(int codePoint) {
        return Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    /** Returns a position at which no pair of surrogates is cut in two. */
    private int wholeUntil(int position) {
        boolean cutsPair = position < text.length()
                && Character.isHighSurrogate(text.charAt(position - 1))
                && Character.isLowSurrogate(text.charAt(position));
        return cutsPair ? position - 1 : position;
    }

    /**
     * The length of the longest beginning of a text that consists of whole graphemes and fits into a limit.
     *
     * @param limit in UTF-16 units, as the result is
     * @return 0 where the first grapheme does not fit
     */
    public static int fittingLength(String text, int limit) {
        Graphemes graphemes = of(text);
        int fitting = 0;
        while (graphemes.advance() && graphemes.end <= limit) {
            fitting = graphemes.end;
        }
        return fitting;
    }
}
