package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

/**
 * The place where people find the rule that has sent a message.
 *
 * @param scope the level of the rule
 * @param owner the full name of the rule's job or folder; empty for the whole system
 * @param name of the rule
 */
public record RuleOrigin(RuleScope scope, String owner, String name) {
    public RuleOrigin {
        requireNonNull(scope, "scope");
        requireNonNull(owner, "owner");
        requireNonNull(name, "name");
    }
}
