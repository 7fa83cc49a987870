package io.jenkins.plugins.slacknotify.event.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern for names, in which {@code *} stands for any text without a separator, even the empty text, and {@code **} for any
 * text at all. Case does not matter. A name of a branch can be written as Jenkins does or as people do, in the pattern and in the
 * text; see {@link BranchNames}.
 *
 * <p>Everybody may write patterns, and they are tried with every build: so the time to match grows with the square of the length of the
 * text, however long the pattern is, which a regular expression does not promise.
 */
public final class Glob {
    /** A run of more than two stars, which means the same as two. */
    private static final Pattern STARS = Pattern.compile("\\*{3,}");

    private final String pattern;
    private final char separator;

    /** The text before the first {@code *} and the text after the last one, which rule out most names quickly. */
    private final String beginning;

    private final String end;

    /** The same pattern as people write it; null where that is this one, or nobody asks for it. */
    @CheckForNull
    private final Glob readable;

    /** How many characters a text has that matches, at least. */
    private final int least;

    private Glob(String pattern, char separator, boolean isOfBranches) {
        this.pattern = STARS.matcher(pattern.strip().toLowerCase(Locale.ROOT)).replaceAll("**");
        this.separator = separator;
        int star = this.pattern.indexOf('*');
        beginning = star < 0 ? this.pattern : this.pattern.substring(0, star);
        end = this.pattern.substring(this.pattern.lastIndexOf('*') + 1);
        String written = isOfBranches ? BranchNames.readable(this.pattern) : this.pattern;
        readable = written.equals(this.pattern) ? null : new Glob(written, separator, false);
        least = (int) this.pattern.chars().filter(letter -> letter != '*').count();
    }

    /** Returns a pattern for full names of jobs: {@code *} stays within one folder. */
    public static Glob forJobNames(String pattern) {
        return new Glob(pattern, '/', true);
    }

    /** Returns a pattern for e-mail addresses: {@code *} stays on one side of the {@code @}. */
    public static Glob forAddresses(String pattern) {
        return new Glob(pattern, '@', false);
    }

    public boolean matches(String text) {
        return matchesAsWritten(text) || separator == '/' && matchesReadable(text);
    }

    private boolean matchesReadable(String text) {
        String readableText = BranchNames.readable(text);
        return readable == null
                ? !readableText.equals(text) && matchesAsWritten(readableText)
                : readable.matchesAsWritten(readableText);
    }

    private boolean matchesAsWritten(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        if (folded.length() < least || !folded.startsWith(beginning) || !folded.endsWith(end)) {
            return false;
        }
        // Reads the pattern from left to right, and keeps each position of the text where the part read so far may end.
        boolean[] ends = new boolean[folded.length() + 1];
        ends[0] = true;
        for (int at = 0; at < pattern.length(); at++) {
            if (pattern.startsWith("**", at)) {
                stretch(ends, folded, true);
                at++;
            } else if (pattern.charAt(at) == '*') {
                stretch(ends, folded, false);
            } else {
                step(ends, folded, pattern.charAt(at));
            }
        }
        return ends[folded.length()];
    }

    private void stretch(boolean[] ends, String text, boolean beyondSeparators) {
        for (int i = 1; i < ends.length; i++) {
            ends[i] |= ends[i - 1] && (beyondSeparators || text.charAt(i - 1) != separator);
        }
    }

    private static void step(boolean[] ends, String text, char expected) {
        for (int i = ends.length - 1; i > 0; i--) {
            ends[i] = ends[i - 1] && text.charAt(i - 1) == expected;
        }
        ends[0] = false;
    }
}
