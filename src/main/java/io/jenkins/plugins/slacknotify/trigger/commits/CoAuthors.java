package io.jenkins.plugins.slacknotify.trigger.commits;

import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parses the lines {@code Co-authored-by: name <address>} of a commit message, anywhere in it and in any case, as
 * GitHub and GitLab do. It ignores lines of another form.
 */
final class CoAuthors {
    private static final String TRAILER = "Co-authored-by:";

    /** The number of co-authors that count at most: a message may name any number of people. */
    private static final int MAX_AUTHORS = 20;

    private CoAuthors() {}

    static List<Person> parse(String message) {
        return lines(message)
                .map(line -> line.substring(TRAILER.length()))
                .map(CoAuthors::person)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the co-author lines of a message; possibly empty. */
    static String trailersOf(String message) {
        return lines(message).collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> line.regionMatches(true, 0, TRAILER, 0, TRAILER.length()))
                .limit(MAX_AUTHORS);
    }

    private static Optional<Person> person(String text) {
        int from = text.lastIndexOf('<');
        if (from < 0 || !text.endsWith(">")) {
            return Optional.empty();
        }
        String address = text.substring(from + 1, text.length() - 1).strip();
        return isAddress(address)
                ? Optional.of(new Person(null, text.substring(0, from).strip(), address))
                : Optional.empty();
    }

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at < text.length() - 1
                && at == text.lastIndexOf('@')
                && text.chars().noneMatch(c -> Character.isWhitespace(c) || c == '>');
    }
}
