package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The rules of one place, in their order.
 *
 * @param owner the full name of the job or folder; empty for the whole system
 */
public record RuleSet(RuleScope scope, String owner, List<Rule> rules) {
    /** Where rules are kept. Those that are nearer to the build are asked first. */
    public enum RuleScope {
        JOB,
        FOLDER,
        SYSTEM,
        /** The rule that the system channel and its events stand for, and that every Jenkins has: after all others. */
        SYSTEM_CHANNEL
    }

    public RuleSet {
        requireNonNull(scope, "place");
        requireNonNull(owner, "owner");
        rules = List.copyOf(rules);
    }
}
