package io.jenkins.plugins.slacknotify.outbox.journal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The segment before another one, as the first line of that other one tells it. So a reader notices that lines at its end are missing, or
 * all of it.
 *
 * <p>Earlier versions take the line for one by which a delivery is forgotten that they do not have, so it costs them nothing.
 *
 * @param file the name of its file
 * @param size its size in bytes when the other one began; 0 where nobody could read it then
 */
record PrecedingSegment(String file, int size) {
    private static final Pattern LINE = Pattern.compile(
            "\\{\"v\":1,\"id\":\"after (?<file>[^\"]+)\",\"state\":\"FORGOTTEN\",\"size\":(?<size>\\d{1,9})\\}");

    String toJson() {
        return "{\"v\":1,\"id\":\"after " + file + "\",\"state\":\"FORGOTTEN\",\"size\":" + size + "}";
    }

    /** Reads a line; empty where it tells something else. */
    static Optional<PrecedingSegment> read(String json) {
        Matcher line = LINE.matcher(json);
        return line.matches()
                ? Optional.of(new PrecedingSegment(line.group("file"), Integer.parseInt(line.group("size"))))
                : Optional.empty();
    }
}
