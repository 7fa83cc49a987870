package io.jenkins.plugins.slacknotify.preview;

import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RuleDecision;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.List;

/**
 * A rule's decision about a build, as a page or a program gets it.
 *
 * @param owner the full name of the job or folder that has the rule; blank for the system
 * @param outcome {@code fired}, {@code notForIt} or {@code notAsked}
 * @param reason why it is not {@code fired}, or what of it did not count; blank where there is nothing to say
 * @param destinations the destinations that it notifies and no rule before it did
 * @param ignoringDestinations its destinations that take no message of so low a severity
 */
public record RuleDecisionRow(
        RuleSet.RuleScope scope,
        String owner,
        String name,
        String outcome,
        String reason,
        List<String> destinations,
        List<String> ignoringDestinations) {
    static RuleDecisionRow of(RuleDecision decision) {
        return new RuleDecisionRow(
                decision.scope(),
                decision.owner(),
                decision.rule().name(),
                switch (decision.outcome()) {
                    case FIRED -> "fired";
                    case NOT_MATCHED -> "notForIt";
                    case NOT_REACHED -> "notAsked";
                },
                reason(decision),
                decision.routes().stream()
                        .map(Route::destination)
                        .map(RuleDescriber::destination)
                        .toList(),
                decision.belowMinimumSeverity().stream()
                        .map(RuleDescriber::target)
                        .toList());
    }

    private static String reason(RuleDecision decision) {
        return switch (decision.outcome()) {
            case FIRED -> notifiesNobodyNew(decision) ? Messages.RuleDecisionRow_nothingNew() : "";
            case NOT_MATCHED -> RuleDescriber.mismatchReason(decision.mismatch(), decision.severity());
            case NOT_REACHED -> Messages.RuleDecisionRow_notAsked();
        };
    }

    /**
     * Whether a rule that fired adds no destination: a rule before it notifies them, or they take higher severities
     * only.
     */
    private static boolean notifiesNobodyNew(RuleDecision decision) {
        return decision.routes().isEmpty() && !decision.rule().targets().isEmpty();
    }

    public boolean hasFired() {
        return outcome.equals("fired");
    }

    /** The scope's name for people. */
    public String title() {
        return RuleScopeRow.title(scope, owner);
    }

    /** The outcome's name for people. */
    public String label() {
        return switch (outcome) {
            case "fired" -> Messages.RuleDecisionRow_fired();
            case "notForIt" -> Messages.RuleDecisionRow_didNotFire();
            default -> Messages.RuleDecisionRow_wasNotAsked();
        };
    }
}
