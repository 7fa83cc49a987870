package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The rules of one owner, in the order of their evaluation.
 *
 * @param scope the level at which they are kept
 * @param owner the full name of the job or folder; empty for the whole system
 */
public record RuleSet(RuleScope scope, String owner, List<Rule> rules) {
    public RuleSet {
        requireNonNull(scope, "scope");
        requireNonNull(owner, "owner");
        rules = List.copyOf(rules);
    }
}
