package io.jenkins.plugins.slacknotify.config.connection;

import io.jenkins.plugins.slacknotify.config.Messages;
import io.jenkins.plugins.slacknotify.manifest.Scope;
import io.jenkins.plugins.slacknotify.manifest.ScopeCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person is told of the scopes that a token has and has not. */
public final class ScopeMessages {
    private ScopeMessages() {}

    /** What has to be mended; empty where nothing is missing. */
    public static Optional<String> missing(ScopeCheck check) {
        return check.missing().isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.ScopeWords_missing(explained(check.missing())));
    }

    /** What would be good to have; empty where all of it is there. */
    public static Optional<String> advisable(ScopeCheck check) {
        return check.advisable().isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.ScopeWords_advisable(
                        check.advisable().stream().map(Scope::id).collect(Collectors.joining(", "))));
    }

    private static String explained(List<Scope> scopes) {
        return scopes.stream()
                .map(scope -> scope.id() + " (" + scope.purpose() + ")")
                .collect(Collectors.joining(", "));
    }
}
