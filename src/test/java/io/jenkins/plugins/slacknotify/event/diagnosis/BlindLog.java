package io.jenkins.plugins.slacknotify.event.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A log of {@code blind.txt}, whose lines were judged before anyone looked what the diagnosis says of it.
 *
 * @param round in which it was written
 * @param right the lines that a person would look for; none where no line says why
 * @param others the lines that help as well, but less
 */
record BlindLog(String round, String name, List<String> right, List<String> others, List<String> lines) {
    /** The use of a line to the reader, from the best down. */
    enum Verdict {
        RIGHT,
        OTHER,
        NOTHING,
        MISLEADING
    }

    /** A shorter piece of a line says nothing. */
    private static final int LEAST = 8;

    static List<BlindLog> all() {
        try (InputStream in = BlindLog.class.getResourceAsStream("blind.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^=== (?=[a-z]+: )"))
                    .filter(part -> !part.isBlank())
                    .map(BlindLog::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BlindLog parse(String part) {
        List<String> all = part.lines().toList();
        String[] title = all.get(0).split(": ", 2);
        int blank = all.indexOf("");
        List<String> head = all.subList(1, blank);
        return new BlindLog(
                title[0],
                title[1],
                marked(head, "> ").filter(line -> !line.equals("-")).toList(),
                marked(head, "~ ").toList(),
                new ArrayList<>(all.subList(blank + 1, all.size())));
    }

    private static Stream<String> marked(List<String> head, String mark) {
        return head.stream().filter(line -> line.startsWith(mark)).map(line -> line.substring(mark.length()));
    }

    Verdict judge(String said) {
        if (said == null) {
            return right.isEmpty() ? Verdict.RIGHT : Verdict.NOTHING;
        }
        if (isOf(said, right)) {
            return Verdict.RIGHT;
        }
        return isOf(said, others) ? Verdict.OTHER : Verdict.MISLEADING;
    }

    /** What is said may be the line without its place, or more lines than one. */
    private static boolean isOf(String said, List<String> lines) {
        String saying = plain(said);
        return lines.stream()
                .map(BlindLog::plain)
                .anyMatch(line -> line.equals(saying)
                        || saying.length() >= LEAST && line.contains(saying)
                        || line.length() >= LEAST && saying.contains(line));
    }

    private static String plain(String line) {
        return line.replaceAll("\\s+", " ").replaceFirst("…$", "").strip();
    }
}
