package io.jenkins.plugins.slacknotify.message.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Graphemes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts text that came from a build into Slack's mrkdwn so that it mentions nobody and links nowhere. Slack reads entities
 * for {@code &}, {@code <} and {@code >} only, and every mention and link of mrkdwn begins with {@code <} (Slack's
 * documentation on formatting text). Not prevented: a {@code *} or {@code _} in the text may show as bold or italic, for
 * which Slack has no escape.
 *
 * <p>Limits count what is sent, in UTF-16 units and with {@code &amp;} for {@code &}: that is the strictest way in which
 * Slack may count.
 */
public final class Mrkdwn {
    /** Characters that would break a line or turn its direction, and halves of a character. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{gc=Cc}\\p{gc=Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    /** Only what takes no ink. */
    private static final Pattern BLANK = Pattern.compile("[\\p{gc=Zs}\\p{gc=Cf}]*");

    private static final String ELLIPSIS = "…";

    /** A longer address would leave no room for what stands beside it. */
    private static final int ADDRESS_LIMIT = 2_000;

    private Mrkdwn() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** One line of plain text, escaped, of 1 to so many characters; an ellipsis stands for what is missing. */
    public static String line(String text, int limit) {
        // Three backticks would make a block of code of all that follows, up to the next three.
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip().replace("```", "'''");
        return isBlank(line) ? ELLIPSIS : shorten(line, limit);
    }

    /** Whether nothing of a line is to be seen. */
    public static boolean isBlank(String line) {
        return BLANK.matcher(line).matches();
    }

    /** A {@link #line} that can stand between backticks. */
    public static String code(String text, int limit) {
        return line(text.replace('`', '\''), limit);
    }

    /** A link whose label is {@link #line}; the bare label where there is no address, or one that is too long. */
    public static String link(@CheckForNull String url, String label, int limit) {
        return link(url, label, limit, ADDRESS_LIMIT);
    }

    /** The same with a limit for the address, as it is sent. */
    public static String link(@CheckForNull String url, String label, int limit, int addressLimit) {
        String shown = line(label, limit).replace('|', '¦');
        String address = url == null ? "" : address(url);
        return address.isEmpty() || address.length() > addressLimit ? shown : "<" + address + "|" + shown + ">";
    }

    /** An address as it stands in a link, or by itself. */
    public static String address(String url) {
        String line = UNPRINTABLE.matcher(url).replaceAll(" ").strip();
        return escape(line).replace("|", "%7C").replace(" ", "%20").replace("`", "%60");
    }

    /** Escapes as many user-perceived characters as fit; none is cut in two. */
    private static String shorten(String text, int limit) {
        StringBuilder kept = new StringBuilder();
        int withEllipsis = 0;
        Matcher graphemes = Graphemes.matcher(text);
        while (graphemes.find()) {
            kept.append(escape(graphemes.group()));
            if (kept.length() > limit) {
                return kept.substring(0, withEllipsis) + ELLIPSIS;
            }
            withEllipsis = kept.length() < limit ? kept.length() : withEllipsis;
        }
        return kept.toString();
    }
}
