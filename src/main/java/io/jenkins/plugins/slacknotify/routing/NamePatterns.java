package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.text.Glob;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Patterns of which one has to fit: {@code *} stands for any text without a slash, {@code **} for any text at all, and what
 * stands after a {@code !} must not fit. None at all fit everything; none but those with a {@code !} fit what none of these
 * does. Case does not matter.
 */
public final class NamePatterns {
    /** Fits everything. */
    public static final NamePatterns ANY = new NamePatterns(List.of());

    /** What names neither of jobs nor of branches have, as Jenkins and Git refuse it. */
    private static final Pattern FOREIGN = Pattern.compile("[\\\\?\\[^]");

    private final List<String> written;
    private final List<Glob> wanted;
    private final List<Glob> unwanted;

    private NamePatterns(List<String> written) {
        this.written = List.copyOf(written);
        wanted = written.stream()
                .filter(pattern -> !isInverted(pattern))
                .map(Glob::forJobNames)
                .toList();
        unwanted = written.stream()
                .filter(NamePatterns::isInverted)
                .map(pattern -> Glob.forJobNames(pattern.substring(1)))
                .toList();
    }

    /** Takes them as they are: one that can fit nothing fits nothing. */
    public static NamePatterns of(List<String> written) {
        List<String> patterns = written.stream().map(String::strip).toList();
        return patterns.isEmpty() ? ANY : new NamePatterns(patterns);
    }

    /** @throws IllegalArgumentException where one of them can fit nothing */
    public static NamePatterns validated(List<String> written) {
        for (String pattern : written) {
            objectionTo(pattern.strip()).ifPresent(objection -> {
                throw new IllegalArgumentException("The pattern '" + pattern.strip() + "' " + objection);
            });
        }
        return of(written);
    }

    /** Why a pattern can fit nothing. */
    private static Optional<String> objectionTo(String pattern) {
        String bare = isInverted(pattern) ? pattern.substring(1).strip() : pattern;
        if (bare.isEmpty()) {
            return Optional.of("is empty. Write a name, with * for any text in it.");
        }
        if (bare.startsWith("/") || bare.endsWith("/") || bare.contains("//")) {
            return Optional.of("has a slash at its beginning or end, or two in a row, which no name has."
                    + " Write, for example, shop/** for all that is in the folder shop.");
        }
        return FOREIGN.matcher(bare)
                .results()
                .map(found -> "has a " + found.group()
                        + ", which no name has. Write * for any text without a slash, and ** for"
                        + " any text at all; a regular expression is not understood.")
                .findFirst();
    }

    private static boolean isInverted(String pattern) {
        return pattern.startsWith("!");
    }

    public boolean matches(String name) {
        return (wanted.isEmpty() || wanted.stream().anyMatch(pattern -> pattern.matches(name)))
                && unwanted.stream().noneMatch(pattern -> pattern.matches(name));
    }

    boolean matchesEverything() {
        return unwanted.isEmpty() && (wanted.isEmpty() || written.contains("**"));
    }

    /** Whether these surely fit whatever the others do; false where that is not plain to see. */
    boolean covers(NamePatterns others) {
        return matchesEverything()
                || unwanted.isEmpty() && !others.wanted.isEmpty() && written.containsAll(others.positive());
    }

    private List<String> positive() {
        return written.stream().filter(pattern -> !isInverted(pattern)).toList();
    }

    /** As they were written, in their order. */
    public List<String> written() {
        return written;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamePatterns patterns && written.equals(patterns.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return String.join(", ", written);
    }
}
