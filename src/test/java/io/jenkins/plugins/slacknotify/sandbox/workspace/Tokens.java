package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
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
    private final Map<String, Instant> ends = new HashMap<>();

    String issue(AccessToken token) {
        var text = new StringBuilder(token.kind().prefix()).append("sandbox-");
        random.ints(SECRET_LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        tokens.put(text.toString(), token);
        return text.toString();
    }

    void issue(String text, AccessToken token) {
        tokens.put(text, token);
    }

    Optional<AccessToken> find(String token, Instant now) {
        return Optional.ofNullable(tokens.get(token)).map(access -> asOf(token, access, now));
    }

    private AccessToken asOf(String token, AccessToken access, Instant now) {
        var end = ends.get(token);
        return end == null || now.isBefore(end) || !access.refusal().isEmpty()
                ? access
                : access.refusedWith("token_expired");
    }

    /** From then on the token is answered {@code token_expired}. */
    void expire(String token, Instant end) {
        ends.put(token, end);
    }

    void rename(String token, String newText) {
        tokens.put(newText, tokens.remove(token));
    }

    /** Revokes those tokens that end of the same app, but for the one and the newest before it. */
    void keepTwo(String newest) {
        var access = tokens.get(newest);
        var older = tokens.entrySet().stream()
                .filter(entry ->
                        ends.containsKey(entry.getKey()) && !entry.getKey().equals(newest))
                .filter(entry -> entry.getValue().appId().equals(access.appId())
                        && entry.getValue().kind() == access.kind())
                .map(Map.Entry::getKey)
                .toList();
        older.stream()
                .limit(Math.max(0, older.size() - 1))
                .forEach(token -> change(token, old -> old.refusedWith("token_revoked")));
    }

    /** The text of the first token that still works and that {@code wanted} holds for. */
    Optional<String> working(Predicate<AccessToken> wanted, Instant now) {
        return tokens.entrySet().stream()
                .filter(entry ->
                        asOf(entry.getKey(), entry.getValue(), now).refusal().isEmpty()
                                && wanted.test(entry.getValue()))
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
