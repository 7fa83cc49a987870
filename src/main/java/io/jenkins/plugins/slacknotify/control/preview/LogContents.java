package io.jenkins.plugins.slacknotify.control.preview;

import hudson.console.AnnotatedLargeText;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.text.LogBytes;
import io.jenkins.plugins.slacknotify.interaction.page.BuildPart;
import io.jenkins.plugins.slacknotify.interaction.preview.PartContent;
import io.jenkins.plugins.slacknotify.trigger.findings.NodeReader;
import io.jenkins.plugins.slacknotify.trigger.logs.LogTailReader;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Reads some lines of the log of a build, or of a step. */
final class LogContents {
    /** The most bytes of a log that are read to find a line by its number. */
    private static final long MAX_BYTES = 2_000_000;

    private static final int LINES_AROUND = 2;
    private static final int LAST_LINES = 5;

    private LogContents() {}

    /** @param isShown whether lines may be quoted */
    static PartContent of(Run<?, ?> run, BuildPart.Log log, boolean isShown) {
        String node = log.node();
        String stage = node == null
                ? null
                : NodeReader.report(run, node)
                        .map(report -> report.stage() == null ? report.step() : report.stage())
                        .orElse(null);
        Optional<AnnotatedLargeText<?>> text =
                node == null ? Optional.of(run.getLogText()) : NodeReader.logOf(run, node);
        Integer line = log.line();
        if (!isShown || text.isEmpty()) {
            return new PartContent.OfLog(stage, line, List.of());
        }
        try {
            LogMask mask = LogMask.ofStoredLog(run);
            if (line == null) {
                List<String> end = LogTailReader.of(text.get(), run.getCharset());
                return new PartContent.OfLog(
                        stage, null, maskLines(mask, end.subList(Math.max(0, end.size() - LAST_LINES), end.size())));
            }
            int first = Math.max(1, line - LINES_AROUND);
            List<String> around = lines(text.get(), run.getCharset())
                    .lines()
                    .skip(first - 1L)
                    .limit(line + LINES_AROUND - first + 1L)
                    .toList();
            return new PartContent.OfLog(
                    stage, line, line - first < around.size() ? maskLines(mask, around) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> maskLines(LogMask mask, List<String> lines) {
        return lines.stream().map(mask::mask).toList();
    }

    /** Returns a log without its notes; nothing where it is too long to be read for one line. */
    private static String lines(AnnotatedLargeText<?> text, Charset written) throws IOException {
        if (text.length() > MAX_BYTES) {
            return "";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return text.writeLogTo(0, bytes) == 0 ? "" : LogBytes.decode(bytes.toByteArray(), written);
    }
}
