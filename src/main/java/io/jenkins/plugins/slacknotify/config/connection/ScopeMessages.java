package io.jenkins.plugins.slacknotify.config.connection;

import io.jenkins.plugins.slacknotify.manifest.Scope;
import io.jenkins.plugins.slacknotify.manifest.ScopeCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Messages for administrators about the scopes that a token has and lacks. */
public final class ScopeMessages {
    private ScopeMessages() {}

    /** Names the scopes that are missing, and how to add them; empty where none is missing. */
    public static Optional<String> missing(ScopeCheck check) {
        return check.missing().isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.ScopeMessages_missing(explained(check.missing())));
    }

    /** Names the scopes that are recommended and missing; empty where none is. */
    public static Optional<String> advisable(ScopeCheck check) {
        return check.advisable().isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.ScopeMessages_advisable(
                        check.advisable().stream().map(Scope::id).collect(Collectors.joining(", "))));
    }

    private static String explained(List<Scope> scopes) {
        return scopes.stream()
                .map(scope -> scope.id() + " (" + scope.purpose() + ")")
                .collect(Collectors.joining(", "));
    }
}
