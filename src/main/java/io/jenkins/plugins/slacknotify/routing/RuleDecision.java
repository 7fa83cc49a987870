package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import java.util.List;

/**
 * The result of evaluating one rule for one build: a value that {@link Router} makes. It explains to a reader why a destination is
 * notified, or why not.
 *
 * @param scope the level of the rule
 * @param owner the full name of the rule's job or folder; empty for the whole system
 * @param severity of the build after this rule
 */
public record RuleDecision(RuleScope scope, String owner, Rule rule, Severity severity, Effect effect) {

    public RuleDecision {
        requireNonNull(effect, "effect");
    }

    /** Returns the place where people find the rule. */
    public RuleOrigin origin() {
        return new RuleOrigin(scope, owner, rule.name());
    }

    /**
     * The people who are notified because of the rule, members whom it names like a channel among them. The token of the whole system
     * alone knows who has proven to be one.
     */
    public Addressees people() {
        return effect instanceof Fired ? rule.people().plus(members(rule, severity)) : Addressees.NOBODY;
    }

    private static Addressees members(Rule rule, Severity severity) {
        return Addressees.ofMembers(rule.targets().stream()
                .filter(target -> target.isMemberFor(severity))
                .map(target -> target.destination().channel())
                .toList());
    }

    /** The effect of a rule on a build. */
    public sealed interface Effect {}

    /**
     * The rule matched.
     *
     * @param routes the destinations that it notifies and that no earlier rule has notified
     * @param belowMinimumSeverity the destinations of the rule that take nothing of so low a severity
     * @param forbidden the destinations to which the job may not write
     */
    public record Fired(
            List<Route> routes, List<DestinationProfile> belowMinimumSeverity, List<DestinationProfile> forbidden)
            implements Effect {
        public Fired {
            routes = List.copyOf(routes);
            belowMinimumSeverity = List.copyOf(belowMinimumSeverity);
            forbidden = List.copyOf(forbidden);
        }
    }

    /**
     * The rule was evaluated and did not match.
     *
     * @param mismatch the part of its condition that the build does not match
     */
    public record NotMatched(Mismatch mismatch) implements Effect {}

    /** The rule was not evaluated, as an earlier one had stopped the evaluation. */
    public record NotReached() implements Effect {}

    /** The rule was not evaluated, as somebody has switched it off. */
    public record SwitchedOff() implements Effect {}
}
