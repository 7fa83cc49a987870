package io.jenkins.plugins.slacknotify.config.rules;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;

/**
 * What is said in one place about who hears of builds.
 *
 * @param owner the full name of the job or folder; empty for the whole system
 * @param rules in the order in which they are asked
 */
public record RuleScopeConfig(
        RuleScope place,
        String owner,
        List<DestinationConfig> destinations,
        List<TemplateConfig> templates,
        List<RuleConfig> rules) {

    public RuleScopeConfig {
        requireNonNull(place, "place");
        requireNonNull(owner, "owner");
        destinations = List.copyOf(destinations);
        templates = List.copyOf(templates);
        rules = List.copyOf(rules);
    }
}
