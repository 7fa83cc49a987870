package io.jenkins.plugins.slacknotify.event.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * Keeps what a build says to a size that an event may carry, because each event waits on disk once for every recipient. All
 * bounds are wider than what a message shows.
 */
public final class Excerpt {
    private Excerpt() {}

    /** As many whole user-perceived characters from the beginning as fit into so many UTF-16 units. */
    public static String truncate(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, Graphemes.fittingLength(text, limit));
    }

    /** The same, and where something is left out it says so. */
    public static String truncateWithEllipsis(String text, int limit) {
        return text.length() <= limit ? text : truncate(text, limit) + "…";
    }

    /** The same of a text that may be missing. */
    @CheckForNull
    public static String truncateNullable(@CheckForNull String text, int limit) {
        return text == null ? null : truncate(text, limit);
    }

    /**
     * The first so many, each cut to so many UTF-16 units.
     *
     * @param texts null, as in a file of another version, means none
     */
    public static List<String> first(@CheckForNull List<String> texts, int count, int limit) {
        return texts == null
                ? List.of()
                : texts.stream().limit(count).map(text -> truncate(text, limit)).toList();
    }

    /** The last so many, each cut to so many UTF-16 units. */
    public static List<String> last(@CheckForNull List<String> texts, int count, int limit) {
        return texts == null
                ? List.of()
                : first(texts.subList(Math.max(0, texts.size() - count), texts.size()), count, limit);
    }
}
