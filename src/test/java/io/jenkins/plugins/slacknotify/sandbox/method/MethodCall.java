package io.jenkins.plugins.slacknotify.sandbox.method;

import io.jenkins.plugins.slacknotify.sandbox.app.Apps;
import io.jenkins.plugins.slacknotify.sandbox.workspace.AccessToken;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.List;

/**
 * A call that passed the checks which all methods share.
 *
 * @param token by which it came; null, as are caller and workspace, for a method that takes none
 */
public record MethodCall(
        Arguments arguments,
        String token,
        AccessToken caller,
        SandboxWorkspace workspace,
        RateLimits rateLimits,
        Apps apps) {
    /** An argument that the table marks as required. */
    public String required(String name) {
        return arguments.text(name).orElseThrow(() -> new IllegalStateException("not in the table: " + name));
    }

    public void requireScope(String scope) {
        requireScope(scope, List.of(scope));
    }

    /** @param named the scopes that Slack names where that one is missing */
    void requireScope(String scope, List<String> named) {
        if (!caller.hasAnyScope(List.of(scope))) {
            throw SlackRefusal.missingScope(named, caller.scopes());
        }
    }
}
