package io.jenkins.plugins.slacknotify.people.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An alias: the address under which a person is found in Slack, where it is not the one in their commits or account.
 *
 * @param from an address, a pattern for addresses such as {@code *@old.example}, or the id of an account; in any case, and with or
 *     without the number of an address that GitHub has made
 * @param to an address or a Slack member id; a {@code *} in it stands for what the {@code *} in {@code from} stood for
 */
public record Alias(String from, String to) {

    /**
     * The number that GitHub puts before the name in the address that stands for a person's own, such as
     * {@code 12345+ada@users.noreply.github.com}; older addresses have none.
     */
    private static final Pattern GITHUB_NUMBER =
            Pattern.compile("\\d{1,20}\\+(?=[^@]+@users\\.noreply\\.)", Pattern.CASE_INSENSITIVE);

    /**
     * Resolves an address or account id to where the first alias leads that matches it. Where one has an address of GitHub as it is, those
     * with its other form do not count: a name that was given up is somebody else's.
     *
     * @return empty where none matches
     */
    static Optional<String> resolve(List<Alias> aliases, String addressOrAccountId) {
        boolean isWritten = aliases.stream().anyMatch(alias -> alias.isFor(addressOrAccountId));
        return aliases.stream()
                .map(alias ->
                        isWritten ? alias.resolveAsWritten(addressOrAccountId) : alias.resolve(addressOrAccountId))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> resolve(String addressOrAccountId) {
        return resolveAsWritten(addressOrAccountId).or(() -> resolveOtherForm(addressOrAccountId));
    }

    /** Resolves what the alias matches with the number of GitHub that it has, or without one. */
    private Optional<String> resolveAsWritten(String addressOrAccountId) {
        return from.indexOf('*') < 0
                ? Optional.of(to).filter(any -> isFor(addressOrAccountId))
                : resolveByPattern(addressOrAccountId);
    }

    private Optional<String> resolveOtherForm(String address) {
        return from.indexOf('*') < 0
                ? Optional.of(to).filter(any -> matchesExactly(address))
                : resolveByPattern(withoutNumber(address));
    }

    private boolean isFor(String addressOrAccountId) {
        return from.equalsIgnoreCase(addressOrAccountId);
    }

    private Optional<String> resolveByPattern(String name) {
        int star = from.indexOf('*');
        String head = from.substring(0, star);
        String tail = from.substring(star + 1);
        int end = name.length() - tail.length();
        boolean matches = end > star
                && name.regionMatches(true, 0, head, 0, star)
                && name.regionMatches(true, end, tail, 0, tail.length());
        return matches ? fillIn(name.substring(star, end)) : Optional.empty();
    }

    /** Whether this is an alias for exactly this address or account id, and no pattern. */
    boolean matchesExactly(String addressOrAccountId) {
        // Different numbers are different accounts: GitHub gives an abandoned name to somebody else.
        return isFor(addressOrAccountId)
                || from.equalsIgnoreCase(withoutNumber(addressOrAccountId))
                || withoutNumber(from).equalsIgnoreCase(addressOrAccountId);
    }

    private static String withoutNumber(String address) {
        Matcher number = GITHUB_NUMBER.matcher(address);
        return number.lookingAt() ? address.substring(number.end()) : address;
    }

    private Optional<String> fillIn(String star) {
        return star.contains("@") ? Optional.empty() : Optional.of(to.replace("*", star));
    }
}
