package io.jenkins.plugins.slacknotify.trigger.masking;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.console.ConsoleNote;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Masks secrets in texts by sending them through the filters of a log, line by line and without the colours of a terminal: one may
 * stand in the middle of a secret, and is left out wherever the text is shown. Where the filters cannot be asked, or leave out a line,
 * it is masked as a whole; where it is not known which filters the log had, a text is not quoted at all. Safe for use by many threads as
 * far as the filters are.
 */
public final class LogMask {
    /** Masks nothing. */
    public static final LogMask NONE = new LogMask((Filter) log -> log);

    /** A mask for a log of which nobody knows the secrets: it quotes no text at all. */
    public static final LogMask UNKNOWN = ofTexts(text -> Optional.empty());

    private static final Logger LOGGER = Logger.getLogger(LogMask.class.getName());
    private static final String MASKED = "****";

    /**
     * The marks around each line on its way through the filters, with its number, so that what filters add to the beginning of a
     * line, such as a time, is told from it. Control characters stand in no secret that people choose.
     */
    private static final char BEGIN = '\u0002';

    private static final char NUMBERED = '\u0003';
    private static final char END = '\u0004';
    private static final Pattern LINE =
            Pattern.compile(BEGIN + "(\\d+)" + NUMBERED + "([^" + BEGIN + END + "]*)" + END);

    @CheckForNull
    private final Filter filter;

    private final Function<String, Optional<String>> quotes;

    /** @param filter the filter of the log */
    public LogMask(Filter filter) {
        this.filter = filter;
        this.quotes = text -> Optional.of(filtered(filter, text));
    }

    private LogMask(Function<String, Optional<String>> quotes) {
        this.filter = null;
        this.quotes = quotes;
    }

    /**
     * Returns a mask of whole texts.
     *
     * @param quotes returns what may be quoted of a text, with its secrets masked; empty where that is not known
     */
    public static LogMask ofTexts(Function<String, Optional<String>> quotes) {
        return new LogMask(quotes);
    }

    /** A filter for the lines that are written to a log. */
    @FunctionalInterface
    public interface Filter {
        /** Returns a stream that filters its lines, and writes the result to a log. */
        OutputStream decorate(OutputStream log) throws IOException, InterruptedException;
    }

    /** Returns how the log of a step is masked; never throws. */
    public static LogMask of(StepContext step) {
        return known(BestEffort.read("log filters of a step", () -> first(masks -> masks.read(step))));
    }

    /**
     * Returns the mask for texts about a build that do not stand in its log, such as errors: all ways in which the log was masked.
     * For a build that is over, or that has outlived a restart of Jenkins, it may be {@link #UNKNOWN}, or know only some texts. Never
     * throws.
     */
    public static LogMask of(Run<?, ?> run) {
        return known(BestEffort.read("log filters of ", run, () -> first(masks -> masks.read(run))));
    }

    /**
     * Returns the mask for lines of the stored log of a build, in which Jenkins has masked already what it masks: the filters that
     * are known now. Never throws.
     */
    public static LogMask ofStoredLog(Run<?, ?> run) {
        return known(BestEffort.read("log filters of ", run, () -> first(masks -> masks.readStoredLog(run))));
    }

    private static Optional<LogMask> first(Function<LogMaskReader, Optional<LogMask>> read) {
        return ExtensionList.lookup(LogMaskReader.class).stream()
                .flatMap(masks -> read.apply(masks).stream())
                .findFirst();
    }

    /** @param read empty where reading has failed; holds nothing where no reader knows such a build */
    private static LogMask known(Optional<Optional<LogMask>> read) {
        return read.map(mask -> mask.orElse(NONE)).orElse(UNKNOWN);
    }

    /** Notes that a build begins, before its first step; never throws. */
    public static void begin(Run<?, ?> run) {
        tell(run, masks -> masks.begin(run));
    }

    /** Notes that a build has ended, so that its filters are forgotten; never throws. */
    public static void end(Run<?, ?> run) {
        tell(run, masks -> masks.end(run));
    }

    private static void tell(Run<?, ?> run, Consumer<LogMaskReader> news) {
        ExtensionList.lookup(LogMaskReader.class)
                .forEach(masks -> BestEffort.run("note the log filters of ", run, () -> news.accept(masks)));
    }

    /** Returns this mask, with another one after it. */
    public LogMask then(LogMask other) {
        if (this == NONE) {
            return other;
        }
        Filter first = filter;
        Filter second = other.filter;
        return first == null || second == null
                ? ofTexts(text -> quote(text).flatMap(other::quote))
                : new LogMask((Filter) log -> first.decorate(second.decorate(log)));
    }

    /**
     * Returns a text with what the filters mask in its lines; its own control characters become blanks.
     *
     * @return empty where it is not known what is secret in it
     */
    public Optional<String> quote(String text) {
        return this == NONE || text.isEmpty() ? Optional.of(text) : quotes.apply(text);
    }

    /** Returns a text on the terms of {@link #quote}, or asterisks in its place where that is empty. */
    public String mask(String text) {
        return quote(text).orElse(MASKED);
    }

    private static String filtered(Filter filter, String text) {
        String[] lines = Arrays.stream(text.replace(BEGIN, ' ')
                        .replace(NUMBERED, ' ')
                        .replace(END, ' ')
                        .split("\n", -1))
                .map(TerminalText::withoutColours)
                .toArray(String[]::new);
        try {
            Map<Integer, String> masked = read(filtered(filter, lines));
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

    private static String filtered(Filter filter, String... lines) throws IOException, InterruptedException {
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
