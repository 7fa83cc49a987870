package io.jenkins.plugins.slacknotify.interaction.page;

import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The segments of the path of an address, read from left to right. Not safe for use by several threads. */
final class Segments {
    private static final int MAX_DIGITS = 9;

    private final List<String> segments;
    private int next;

    private Segments(List<String> segments) {
        this.segments = segments;
    }

    /** Splits a path below the root of Jenkins. Empty segments are left out, as Jenkins does. */
    static Segments of(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return new Segments(segments);
    }

    /** Returns the segment that comes next, decoded; empty behind the last. */
    String peek() {
        return peek(0);
    }

    private String peek(int ahead) {
        return next + ahead < segments.size() ? BranchNames.readable(segments.get(next + ahead)) : "";
    }

    /** Returns the segment that comes next, decoded, and goes on; empty behind the last. */
    String take() {
        String segment = peek();
        next++;
        return segment;
    }

    /** Goes on if the next segments are these and, where {@code more} is true, another one follows them. */
    boolean skip(boolean more, String... expected) {
        for (int ahead = 0; ahead < expected.length; ahead++) {
            if (!peek(ahead).equals(expected[ahead])) {
                return false;
            }
        }
        if (more && peek(expected.length).isEmpty()) {
            return false;
        }
        next += expected.length;
        return true;
    }

    boolean isAtEnd() {
        return next >= segments.size();
    }

    boolean hasNumber() {
        return segments.subList(Math.min(next, segments.size()), segments.size()).stream()
                .anyMatch(segment -> number(segment).isPresent());
    }

    /** Returns what is left, decoded, without what begins with a star: by that Jenkins says how it shows a file. */
    String rest() {
        return segments.subList(Math.min(next, segments.size()), segments.size()).stream()
                .map(BranchNames::readable)
                .filter(segment -> !segment.startsWith("*"))
                .collect(Collectors.joining("/"));
    }

    /** Reads a number as Jenkins gives them to builds; empty where it is none. */
    static Optional<Integer> number(String text) {
        boolean isNumber = !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return isNumber ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
