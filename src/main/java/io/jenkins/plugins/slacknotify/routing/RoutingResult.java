package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import java.util.List;

/**
 * The destinations and people to notify of a build, as the {@link Router} has found them.
 *
 * @param severity of the build after all rules
 * @param routes each destination once
 * @param people who is notified in person because a rule says so
 * @param decisions the decision of every rule, in the order of the rules
 */
public record RoutingResult(Severity severity, List<Route> routes, Addressees people, List<RuleDecision> decisions) {
    public RoutingResult {
        routes = List.copyOf(routes);
        decisions = List.copyOf(decisions);
    }

    public RoutingResult withRoutes(List<Route> newRoutes) {
        return new RoutingResult(severity, newRoutes, people, decisions);
    }
}
