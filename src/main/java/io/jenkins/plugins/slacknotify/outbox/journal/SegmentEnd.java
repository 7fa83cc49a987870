package io.jenkins.plugins.slacknotify.outbox.journal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a segment, as it is told elsewhere: by the first line of the segment behind it, and by a file that is written when the journal
 * is left. So whoever reads the journal notices where lines at the end of a segment are missing, or all of it.
 *
 * <p>Earlier versions take such a line for one by which a delivery is forgotten that they do not have, so it costs them nothing.
 *
 * @param file the name of its file
 * @param size its size in bytes; 0 where nobody could read it
 */
public record SegmentEnd(String file, int size) {
    private static final Pattern LINE = Pattern.compile(
            "\\{\"v\":1,\"id\":\"after (?<file>[^\"]+)\",\"state\":\"FORGOTTEN\",\"size\":(?<size>\\d{1,9})\\}");

    /** Returns the line that tells it. */
    public String toJson() {
        return "{\"v\":1,\"id\":\"after " + file + "\",\"state\":\"FORGOTTEN\",\"size\":" + size + "}";
    }

    /** Reads a line; empty where it tells something else. */
    public static Optional<SegmentEnd> read(String json) {
        Matcher line = LINE.matcher(json);
        return line.matches()
                ? Optional.of(new SegmentEnd(line.group("file"), Integer.parseInt(line.group("size"))))
                : Optional.empty();
    }
}
