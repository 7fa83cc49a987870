package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.text.Glob;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A list of patterns for names of jobs or branches. A name matches where one of the patterns matches it and none of those that
 * begin with {@code !} does. {@code *} stands for any text without a slash, {@code **} for any text at all. Case does not
 * matter.
 *
 * <p>The empty list matches every name. A list of nothing but patterns with {@code !} matches each name that none of them
 * excludes.
 */
public final class NamePatterns {
    /** The empty list, which matches every name. */
    public static final NamePatterns ANY = new NamePatterns(List.of());

    /**
     * What no name of a job or branch has, as Jenkins or Git refuses it, and what people write who expect a regular expression. A dot
     * behind a letter or digit is one of a name.
     */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\?\\[^|$]|(?<![^/_-])\\.[*+]");

    /** The beginning of Git's full name of a branch or tag. A folder may be called {@code refs}. */
    private static final Pattern FULL_NAME = Pattern.compile("refs/(?:heads|tags|remotes)/");

    private final List<String> written;
    private final List<Glob> including;
    private final List<Glob> excluding;

    private NamePatterns(List<String> written) {
        this.written = List.copyOf(written);
        including = written.stream()
                .filter(pattern -> !isExclusion(pattern))
                .map(Glob::forJobNames)
                .toList();
        excluding = written.stream()
                .filter(NamePatterns::isExclusion)
                .map(pattern -> Glob.forJobNames(pattern.substring(1)))
                .toList();
    }

    /** Returns a list of these patterns without validating them: a pattern that can match nothing matches nothing. */
    public static NamePatterns of(List<String> written) {
        List<String> patterns = written.stream().map(String::strip).toList();
        return patterns.isEmpty() ? ANY : new NamePatterns(patterns);
    }

    /**
     * Returns a list of these patterns after validating them.
     *
     * @throws IllegalArgumentException where one of them can match nothing, with a message for whoever wrote it
     */
    public static NamePatterns validated(List<String> written) {
        for (String pattern : written) {
            findError(pattern.strip()).ifPresent(error -> {
                throw new IllegalArgumentException("The pattern '" + pattern.strip() + "' " + error);
            });
        }
        return of(written);
    }

    /** The reason for which a pattern can match nothing; empty where it can match. */
    private static Optional<String> findError(String pattern) {
        String bare = isExclusion(pattern) ? pattern.substring(1).strip() : pattern;
        if (bare.isEmpty()) {
            return Optional.of("is empty. Write a name, with * for any text in it.");
        }
        if (bare.contains("://")) {
            return Optional.of("is the address of a page. Write the full name of the job, such as shop/main.");
        }
        if (bare.startsWith("/") || bare.endsWith("/") || bare.contains("//")) {
            return Optional.of("has a slash at its beginning or end, or two in a row, which no name has."
                    + " Write, for example, shop/** for all that is in the folder shop.");
        }
        if (FULL_NAME.matcher(bare).lookingAt()) {
            return Optional.of(
                    "is the full name that Git has for a branch or tag. Write what follows refs/heads/ or refs/tags/.");
        }
        return FORBIDDEN
                .matcher(bare)
                .results()
                .map(found -> "has a " + found.group()
                        + ", which no name has. Write * for any text without a slash, and ** for"
                        + " any text at all; a regular expression is not understood.")
                .findFirst();
    }

    private static boolean isExclusion(String pattern) {
        return pattern.startsWith("!");
    }

    /** Whether a name matches, in any case. */
    public boolean matches(String name) {
        return (including.isEmpty() || including.stream().anyMatch(pattern -> pattern.matches(name)))
                && excluding.stream().noneMatch(pattern -> pattern.matches(name));
    }

    /** Returns only those patterns that a name matches, for readers who must not see the rest of the list. */
    public NamePatterns by(String name) {
        return of(written.stream()
                .filter(pattern -> !isExclusion(pattern))
                .filter(pattern -> Glob.forJobNames(pattern).matches(name))
                .toList());
    }

    boolean matchesEverything() {
        return excluding.isEmpty() && (including.isEmpty() || written.contains("**"));
    }

    /**
     * Whether every name that the other list matches surely matches this one. False does not say the contrary: only what is
     * plain to see is found.
     */
    boolean covers(NamePatterns others) {
        return matchesEverything()
                || excluding.isEmpty() && !others.including.isEmpty() && written.containsAll(others.positive());
    }

    private List<String> positive() {
        return written.stream().filter(pattern -> !isExclusion(pattern)).toList();
    }

    /** The patterns as they were written, in their order. */
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
