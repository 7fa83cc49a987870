package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import java.util.List;

/**
 * Who hears of a build.
 *
 * @param severity of the build when all rules were asked
 * @param routes each destination once
 * @param people who is told in person because a rule says so
 * @param decisions what each rule made of it, in their order
 */
public record RoutingResult(Severity severity, List<Route> routes, Addressees people, List<RuleDecision> decisions) {
    public RoutingResult {
        routes = List.copyOf(routes);
        decisions = List.copyOf(decisions);
    }
}
