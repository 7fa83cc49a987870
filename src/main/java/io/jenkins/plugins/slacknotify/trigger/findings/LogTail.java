package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.console.AnnotatedLargeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the last lines of a log, without the notes that Jenkins hides in it, and masked as it is. */
public final class LogTail {
    /** The number of bytes to read from the end. */
    private static final int BYTES = 64_000;

    private LogTail() {}

    /** Returns the last lines of a log; none where there is nothing in it. */
    public static List<String> of(AnnotatedLargeText<?> text) throws IOException {
        long from = Math.max(0, text.length() - BYTES);
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        if (text.writeLogTo(from, end) <= from) {
            return List.of();
        }
        // The first line is cut, if it is not the first of the log.
        return end.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(from > 0 ? 1 : 0)
                .toList();
    }
}
