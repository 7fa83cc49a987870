package io.jenkins.plugins.slacknotify.routing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.util.List;

/**
 * What one rule made of a build, for whoever wonders why somebody was told, or was not.
 *
 * @param severity of the build when the rule had been asked
 * @param mismatch why the rule was not for the build; null where it was, or was not asked
 * @param routes what it told that nobody had told before
 * @param belowMinimumSeverity the targets that take nothing of so little severity
 */
public record RuleDecision(
        RuleSet.RuleScope scope,
        String owner,
        Rule rule,
        Effect outcome,
        Severity severity,
        @CheckForNull Mismatch mismatch,
        List<Route> routes,
        List<DestinationProfile> belowMinimumSeverity) {
    /** Whether a rule counted. */
    public enum Effect {
        FIRED,
        NOT_MATCHED,
        /** A rule before it was the last one. */
        NOT_REACHED
    }

    public RuleDecision {
        routes = List.copyOf(routes);
        belowMinimumSeverity = List.copyOf(belowMinimumSeverity);
    }
}
