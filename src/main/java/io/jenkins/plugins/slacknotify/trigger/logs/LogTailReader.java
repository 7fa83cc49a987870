package io.jenkins.plugins.slacknotify.trigger.logs;

import hudson.console.AnnotatedLargeText;
import io.jenkins.plugins.slacknotify.event.text.LogBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the last lines of a log with its masks, and without the notes that Jenkins hides in it. */
public final class LogTailReader {
    private static final int BYTES = 64_000;

    private LogTailReader() {}

    /** Returns the last lines of the log of a pipeline, or of a step, on the terms of {@link #of(AnnotatedLargeText, Charset)}. */
    public static List<String> of(AnnotatedLargeText<?> text) throws IOException {
        return of(text, StandardCharsets.UTF_8);
    }

    /**
     * Returns the last lines of a log; none where there is nothing in it.
     *
     * @param written in which the build has said that it writes
     */
    public static List<String> of(AnnotatedLargeText<?> text, Charset written) throws IOException {
        long from = Math.max(0, text.length() - BYTES);
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        if (text.writeLogTo(from, end) <= from) {
            return List.of();
        }
        // The first line is cut, if it is not the first of the log.
        return LogBytes.decode(end.toByteArray(), written)
                .lines()
                .skip(from > 0 ? 1 : 0)
                .toList();
    }
}
