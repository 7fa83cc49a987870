package io.jenkins.plugins.slacknotify.message.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.AddressPasswords;
import io.jenkins.plugins.slacknotify.event.text.Graphemes;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import java.text.Bidi;
import java.util.regex.Pattern;

/**
 * Escapes text for Slack's mrkdwn, so that text from a build mentions nobody and links nowhere. Slack reads entities for
 * {@code &}, {@code <} and {@code >} only, and every mention and link of mrkdwn begins with {@code <} (Slack's documentation on
 * formatting text).
 *
 * <p><b>Not guaranteed:</b> a {@code *} or {@code _} in the text may show as bold or italic, because Slack has no escape for it.
 *
 * <p>Limits count the escaped text in UTF-16 units, so {@code &amp;} counts as five. This is the strictest way in which Slack
 * may count.
 */
public final class Mrkdwn {
    /** Characters that would break a line or turn its direction, and halves of a character. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{gc=Cc}\\p{gc=Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066\\u2067]+");

    private static final Pattern BLANK = Pattern.compile("[\\p{gc=Zs}\\p{gc=Cf}]*");

    private static final String ELLIPSIS = "…";

    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    /** A text whose direction does not turn the sentence in which it stands. */
    private static final Pattern ISOLATED = Pattern.compile("\\u2068[^\\u2068\\u2069]*\\u2069");

    private static final Pattern MARK_OF_ISOLATE = Pattern.compile("[\\u2068\\u2069]");

    /** The most characters of a name, where a message says no other limit. */
    public static final int MAX_NAME = 200;

    /** The longest address of a link, in characters. A longer one would leave no room for other text. */
    private static final int MAX_ADDRESS = 2_000;

    private Mrkdwn() {}

    /** Replaces the three characters that mrkdwn reads as markup by entities. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * Makes one escaped line of a text, without the colours of a terminal and without passwords in addresses. An ellipsis stands for
     * what is cut off. A text with a script from right to left is isolated from what stands around it.
     *
     * @param limit the most characters
     * @return at least one character
     */
    public static String line(String text, int limit) {
        // Three backticks would make a block of code of all that follows, up to the next three.
        String line = UNPRINTABLE
                .matcher(AddressPasswords.mask(TerminalText.withoutColours(text)))
                .replaceAll(" ")
                .strip()
                .replace("```", "'''");
        return isBlank(line) ? ELLIPSIS : shortenIsolated(line, limit);
    }

    /** Isolates what is written from right to left, unless it is isolated already; half an isolate would take in what follows. */
    private static String shortenIsolated(String line, int limit) {
        String others = ISOLATED.matcher(line).replaceAll("");
        if (hasHalfIsolate(line)) {
            return shortenIsolated(MARK_OF_ISOLATE.matcher(line).replaceAll(""), limit);
        }
        if (limit > 2 && Bidi.requiresBidi(others.toCharArray(), 0, others.length())) {
            return ISOLATE + shorten(MARK_OF_ISOLATE.matcher(line).replaceAll(""), limit - 2) + END_OF_ISOLATE;
        }
        String shortened = shorten(line, limit);
        if (hasHalfIsolate(shortened)) {
            String shorter = shorten(line, limit - 1);
            return hasHalfIsolate(shorter) ? shorter + END_OF_ISOLATE : shorter;
        }
        return shortened;
    }

    private static boolean hasHalfIsolate(String line) {
        return MARK_OF_ISOLATE.matcher(ISOLATED.matcher(line).replaceAll("")).find();
    }

    /** Returns the {@link #line(String, int)} of a name, of at most {@link #MAX_NAME} characters. */
    public static String line(String name) {
        return line(name, MAX_NAME);
    }

    /** Returns {@link #line} in bold; as code where it has an asterisk, such as a pattern, as that would end what is bold. */
    public static String bold(String text, int limit) {
        return text.indexOf('*') < 0 ? "*" + line(text, limit) + "*" : quoted(text, limit);
    }

    /** Returns the {@link #bold(String, int)} of a name, of at most {@link #MAX_NAME} characters. */
    public static String bold(String name) {
        return bold(name, MAX_NAME);
    }

    /** Tests whether a line shows nothing, because it holds spaces and invisible characters only. */
    public static boolean isBlank(String line) {
        return BLANK.matcher(line).matches();
    }

    /** Makes a {@link #line} that can stand between backticks. */
    public static String code(String text, int limit) {
        return line(text.replace('`', '\''), limit);
    }

    /** Makes {@link #code}, between backticks. */
    public static String quoted(String text, int limit) {
        return "`" + code(text, limit) + "`";
    }

    /** Returns the {@link #quoted(String, int)} of a name, of at most {@link #MAX_NAME} characters. */
    public static String quoted(String name) {
        return quoted(name, MAX_NAME);
    }

    /**
     * Makes a link with a label that is a {@link #line}.
     *
     * @return the label alone if there is no address, or if the address is too long
     */
    public static String link(@CheckForNull String url, String label, int limit) {
        return link(url, label, limit, MAX_ADDRESS);
    }

    /** Makes a {@link #link(String, String, int)} with a label of at most {@link #MAX_NAME} characters. */
    public static String link(@CheckForNull String url, String label) {
        return link(url, label, MAX_NAME);
    }

    /**
     * Makes a link like {@link #link(String, String, int)}, with a limit for the address.
     *
     * @param addressLimit the most characters of the escaped address
     */
    public static String link(@CheckForNull String url, String label, int limit, int addressLimit) {
        String shown = line(label, limit).replace('|', '¦');
        String address = url == null ? "" : address(url);
        return address.isEmpty() || address.length() > addressLimit ? shown : "<" + address + "|" + shown + ">";
    }

    /** Escapes an address, for a link or to stand by itself. A user and a password in it are left out. */
    public static String address(String url) {
        String line = UNPRINTABLE
                .matcher(MARK_OF_ISOLATE.matcher(AddressPasswords.remove(url)).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return escape(line).replace("|", "%7C").replace(" ", "%20").replace("`", "%60");
    }

    /** Escapes as many user-perceived characters as fit. None is cut in two. */
    private static String shorten(String text, int limit) {
        StringBuilder kept = new StringBuilder();
        int withEllipsis = 0;
        Graphemes graphemes = Graphemes.of(text);
        for (String grapheme = graphemes.next(); grapheme != null; grapheme = graphemes.next()) {
            kept.append(escape(grapheme));
            if (kept.length() > limit) {
                return kept.substring(0, withEllipsis) + ELLIPSIS;
            }
            withEllipsis = kept.length() < limit ? kept.length() : withEllipsis;
        }
        return kept.toString();
    }
}
