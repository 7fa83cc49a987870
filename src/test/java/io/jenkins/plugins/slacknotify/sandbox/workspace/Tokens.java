package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The tokens of one workspace. Guarded by the workspace's lock. */
final class Tokens {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SECRET_LENGTH = 24;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, AccessToken> tokens = new LinkedHashMap<>();

    String issue(AccessToken token) {
        var text = new StringBuilder(token.kind().prefix()).append("sandbox-");
        random.ints(SECRET_LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        tokens.put(text.toString(), token);
        return text.toString();
    }

    void issue(String text, AccessToken token) {
        tokens.put(text, token);
    }

    Optional<AccessToken> find(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    /** The text of the first token that still works and that {@code wanted} holds for. */
    Optional<String> working(Predicate<AccessToken> wanted) {
        return tokens.entrySet().stream()
                .filter(entry -> entry.getValue().refusal().isEmpty() && wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    void change(String token, UnaryOperator<AccessToken> change) {
        if (tokens.computeIfPresent(token, (text, old) -> change.apply(old)) == null) {
            throw new IllegalArgumentException("no such token in this workspace");
        }
    }

    void changeAll(UnaryOperator<AccessToken> change) {
        tokens.replaceAll((text, old) -> change.apply(old));
    }
}
