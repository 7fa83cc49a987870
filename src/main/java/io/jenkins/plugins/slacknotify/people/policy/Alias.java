package io.jenkins.plugins.slacknotify.people.policy;

import java.util.Optional;

/**
 * An alias: the address under which a person is found in Slack, where it is not the one in their commits or account.
 *
 * @param from an address, a pattern for addresses such as {@code *@old.example}, or the id of an account; in any case
 * @param to an address or a Slack member id; a {@code *} in it stands for what the {@code *} in {@code from} stood for
 */
public record Alias(String from, String to) {

    /** Resolves an address or account id to where this alias leads; empty where the alias does not match it. */
    Optional<String> resolve(String addressOrAccountId) {
        int star = from.indexOf('*');
        if (star < 0) {
            return matchesExactly(addressOrAccountId) ? Optional.of(to) : Optional.empty();
        }
        String head = from.substring(0, star);
        String tail = from.substring(star + 1);
        int end = addressOrAccountId.length() - tail.length();
        boolean matches = end > star
                && addressOrAccountId.regionMatches(true, 0, head, 0, star)
                && addressOrAccountId.regionMatches(true, end, tail, 0, tail.length());
        return matches ? fillIn(addressOrAccountId.substring(star, end)) : Optional.empty();
    }

    /** Whether this is an alias for exactly this address or account id, and no pattern. */
    boolean matchesExactly(String addressOrAccountId) {
        return from.equalsIgnoreCase(addressOrAccountId);
    }

    private Optional<String> fillIn(String star) {
        return star.contains("@") ? Optional.empty() : Optional.of(to.replace("*", star));
    }
}
