package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.text.LogBytes;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import io.jenkins.plugins.slacknotify.interaction.build.LogTail;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.kohsuke.stapler.framework.io.LargeText;

/** Reads the end of logs. Reads no more of a log than its last bytes, however long it is. */
final class LogReader {
    private static final long MAX_BYTES = 256 * 1024;

    private LogReader() {}

    /** Returns the last lines, without notes and colours, with what the filters of a running build's log mask. */
    static LogTail tail(Run<?, ?> run, int lines) {
        LargeText log = run.getLogText();
        long start = Math.max(0, log.length() - MAX_BYTES);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            log.writeLogTo(start, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = LogBytes.decode(bytes.toByteArray(), run.getCharset()).stripTrailing();
        List<String> all = Arrays.stream(LogMask.ofStoredLog(run).mask(text).split("\n"))
                .map(TerminalText::withoutColours)
                .map(TerminalText::lastOverwritten)
                .toList();
        // The first line is a piece of one, unless the log begins there.
        List<String> whole = start > 0 && all.size() > 1 ? all.subList(1, all.size()) : all;
        boolean isEmpty = text.isBlank();
        List<String> shown = isEmpty ? List.of() : whole.subList(Math.max(0, whole.size() - lines), whole.size());
        return new LogTail(shown, start == 0 && (isEmpty || shown.size() == whole.size()));
    }
}
