package io.jenkins.plugins.slacknotify.trigger.masking;

import hudson.ExtensionList;
import hudson.console.ConsoleNote;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Masks secrets in texts by sending them through the filters of a log. Where the filters cannot be asked, or leave out a line, it
 * is masked as a whole. Safe for use by many threads as far as the filters are.
 */
public final class LogMask {
    /** Masks nothing. */
    public static final LogMask NONE = new LogMask(log -> log);

    private static final Logger LOGGER = Logger.getLogger(LogMask.class.getName());
    private static final String MASKED = "****";

    /**
     * What stands around each line on its way through the filters, with its number, so that what filters add to the beginning of a
     * line, such as a time, is told from it. Control characters stand in no secret that people choose.
     */
    private static final char BEGIN = '\u0002';

    private static final char NUMBERED = '\u0003';
    private static final char END = '\u0004';
    private static final Pattern LINE =
            Pattern.compile(BEGIN + "(\\d+)" + NUMBERED + "([^" + BEGIN + END + "]*)" + END);

    private final Filter filter;

    /** @param filter what the log is filtered by */
    public LogMask(Filter filter) {
        this.filter = filter;
    }

    /** Filters what is written to a log. */
    @FunctionalInterface
    public interface Filter {
        /** Returns a stream that writes what is left of its lines to another one. */
        OutputStream decorate(OutputStream log) throws IOException, InterruptedException;
    }

    /** Returns how the log of a step is masked; never throws. */
    public static LogMask of(StepContext step) {
        return BestEffort.first(LogMaskReader.class, "log filters of a step", masks -> masks.read(step))
                .orElse(NONE);
    }

    /** Returns all ways in which the log of a running build was masked so far; never throws. */
    public static LogMask of(Run<?, ?> run) {
        return BestEffort.first(LogMaskReader.class, "log filters of " + run, masks -> masks.read(run))
                .orElse(NONE);
    }

    /** Forgets a build that has ended; never throws. */
    public static void forget(Run<?, ?> run) {
        ExtensionList.lookup(LogMaskReader.class)
                .forEach(masks -> BestEffort.read("log filters of " + run, () -> {
                    masks.forget(run);
                    return true;
                }));
    }

    /** Returns this mask, with another one after it. */
    public LogMask then(LogMask other) {
        return this == NONE ? other : new LogMask(log -> filter.decorate(other.filter.decorate(log)));
    }

    /** Returns a text with what the filters mask in its lines; its own control characters become blanks. */
    public String mask(String text) {
        if (this == NONE || text.isEmpty()) {
            return text;
        }
        String[] lines = text.replace(BEGIN, ' ')
                .replace(NUMBERED, ' ')
                .replace(END, ' ')
                .split("\n", -1);
        try {
            Map<Integer, String> masked = read(filtered(lines));
            return IntStream.range(0, lines.length)
                    .mapToObj(number -> masked.getOrDefault(number, MASKED))
                    .collect(Collectors.joining("\n"));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "A log filter failed");
            return MASKED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return MASKED;
        }
    }

    private String filtered(String... lines) throws IOException, InterruptedException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (OutputStream filtered = filter.decorate(log)) {
            for (int number = 0; number < lines.length; number++) {
                String framed = "" + BEGIN + number + NUMBERED + lines[number] + END + "\n";
                filtered.write(framed.getBytes(StandardCharsets.UTF_8));
            }
        }
        return ConsoleNote.removeNotes(log.toString(StandardCharsets.UTF_8));
    }

    private static Map<Integer, String> read(String log) {
        Map<Integer, String> lines = new HashMap<>();
        Matcher line = LINE.matcher(log);
        while (line.find()) {
            lines.put(Integer.valueOf(line.group(1)), line.group(2));
        }
        return lines;
    }
}
