package io.jenkins.plugins.slacknotify.event.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * Truncates texts of a build to a size that an event may carry, because each event waits on disk once for every recipient. All
 * limits are wider than what a message shows. Limits are in UTF-16 units; user-perceived characters stay whole, and so
 * do users and passwords in addresses, which are recognized by what follows them.
 */
public final class Excerpt {
    private static final int MAX_ADDRESS = 2_000;

    private Excerpt() {}

    /** Returns the beginning of a text, as far as it fits into the limit. */
    public static String truncate(String text, int limit) {
        return text.length() <= limit
                ? text
                : text.substring(0, AddressPasswords.cutBefore(text, Graphemes.fittingLength(text, limit)));
    }

    /** Returns the beginning of a text, as far as it fits into the limit; a truncated text gets an ellipsis after it. */
    public static String truncateWithEllipsis(String text, int limit) {
        return text.length() <= limit ? text : truncate(text, limit) + "…";
    }

    /** Returns the beginning of a text, as far as it fits into the limit; null where the text is null. */
    @CheckForNull
    public static String truncateNullable(@CheckForNull String text, int limit) {
        return text == null ? null : truncate(text, limit);
    }

    /** Returns an address; null where it is longer than any that leads somewhere: a truncated one leads elsewhere. */
    @CheckForNull
    public static String addressOrNull(@CheckForNull String url) {
        return url == null || url.length() > MAX_ADDRESS ? null : url;
    }

    /**
     * Returns the first texts of a list, each truncated to the limit.
     *
     * @param texts null, as in a stored event of another version, stands for the empty list
     */
    public static List<String> first(@CheckForNull List<String> texts, int count, int limit) {
        return texts == null
                ? List.of()
                : texts.stream().limit(count).map(text -> truncate(text, limit)).toList();
    }

    /**
     * Returns the last texts of a list, each truncated to the limit.
     *
     * @param texts null, as in a stored event of another version, stands for the empty list
     */
    public static List<String> last(@CheckForNull List<String> texts, int count, int limit) {
        return texts == null
                ? List.of()
                : first(texts.subList(Math.max(0, texts.size() - count), texts.size()), count, limit);
    }
}
