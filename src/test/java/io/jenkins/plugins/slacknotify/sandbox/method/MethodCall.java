package io.jenkins.plugins.slacknotify.sandbox.method;

import io.jenkins.plugins.slacknotify.sandbox.workspace.AccessToken;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.List;

/** A call that passed the checks which all methods share. */
record MethodCall(Arguments arguments, AccessToken caller, SandboxWorkspace workspace, RateLimits rateLimits) {
    /** An argument that the table marks as required. */
    String required(String name) {
        return arguments.text(name).orElseThrow(() -> new IllegalStateException("not in the table: " + name));
    }

    void requireScope(String scope) {
        if (!caller.hasAnyScope(List.of(scope))) {
            throw SlackRefusal.missingScope(List.of(scope), caller.scopes());
        }
    }
}
