package io.jenkins.plugins.slacknotify.event.diagnosis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A rule that recognises the line by which a tool says why it failed.
 *
 * @param weight how sure a reader can be of such a line
 * @param pattern is looked for in a line; its first group that is there is what is shown, or else the whole line
 * @param literals each line with the pattern has one of them, in any case; others are never tried
 * @param place of the line that says why, as seen from the line with the pattern
 */
record CauseRule(Weight weight, Pattern pattern, List<String> literals, Place place) {
    /** How sure a reader can be that the line says why; the surest is last. */
    enum Weight {
        /** The line says that something failed, but hardly what. */
        GENERAL,
        /** The line is an error of an unknown tool. */
        ERROR,
        /** The line is an error of a known tool, with its place or reason. */
        SPECIFIC,
        /** The line names the failing test and its reason, or what exactly is missing. */
        EXACT,
        /** Whatever else went wrong follows from this: no space, no memory. */
        DECISIVE
    }

    /** Where the line with the cause stands, seen from the line that matches the pattern. */
    enum Place {
        /** The line itself that matches the pattern. */
        HERE,
        /** The next line that has a letter or digit. */
        NEXT,
        /** The closest line before that has a letter or digit. */
        PREVIOUS,
        /**
         * It is the last of the lines with a {@code >} that follow, as Gradle writes what caused what, but for those that only
         * point elsewhere.
         */
        DEEPEST
    }

    static CauseRule of(Weight weight, String pattern, String... literals) {
        return new CauseRule(weight, Pattern.compile(pattern), List.of(literals), Place.HERE);
    }

    static CauseRule next(Weight weight, String pattern, String... literals) {
        return new CauseRule(weight, Pattern.compile(pattern), List.of(literals), Place.NEXT);
    }

    static CauseRule previous(Weight weight, String pattern, String... literals) {
        return new CauseRule(weight, Pattern.compile(pattern), List.of(literals), Place.PREVIOUS);
    }

    static CauseRule deepest(Weight weight, String pattern, String... literals) {
        return new CauseRule(weight, Pattern.compile(pattern), List.of(literals), Place.DEEPEST);
    }

    /** Returns what a line says, with a mark of failure before it or not; empty where the rule does not apply to it. */
    Optional<String> match(String line) {
        String bare = LogLine.withoutMark(line);
        Optional<String> found = matchAll(bare);
        return found.isPresent() || bare.equals(line) ? found : matchAll(line);
    }

    private Optional<String> matchAll(String line) {
        Matcher found = pattern.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.of(line))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
