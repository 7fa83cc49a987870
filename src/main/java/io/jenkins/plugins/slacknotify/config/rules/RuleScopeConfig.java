package io.jenkins.plugins.slacknotify.config.rules;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;

/**
 * The destinations, templates and rules of one scope: a job, a folder or the system.
 *
 * @param owner the full name of the job or folder; empty for the system
 * @param rules in the order in which they are evaluated
 */
public record RuleScopeConfig(
        RuleScope scope,
        String owner,
        List<DestinationConfig> destinations,
        List<TemplateConfig> templates,
        List<RuleConfig> rules) {

    public RuleScopeConfig {
        requireNonNull(scope, "scope");
        requireNonNull(owner, "owner");
        destinations = List.copyOf(destinations);
        templates = List.copyOf(templates);
        rules = List.copyOf(rules);
    }

    /** Returns the destinations that lead somewhere. */
    public List<DestinationProfile> profiles() {
        return destinations.stream()
                .filter(destination -> !destination.isInvalid())
                .flatMap(destination -> destination.toProfile(scope, owner).stream())
                .toList();
    }
}
