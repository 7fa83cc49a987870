package io.jenkins.plugins.slacknotify.preview;

import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RuleDecision;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.List;

/**
 * What a rule made of a build.
 *
 * @param outcome {@code fired}, {@code notForIt} or {@code notAsked}
 * @param reason why it is not {@code fired}, or what of it did not count; blank where there is nothing to say
 * @param destinations what it told that nobody had told before
 * @param ignoringDestinations what takes nothing of so little severity
 */
public record RuleDecisionRow(
        RuleSet.RuleScope scope,
        String owner,
        String name,
        String outcome,
        String reason,
        List<String> destinations,
        List<String> ignoringDestinations) {
    static RuleDecisionRow of(RuleDecision verdict) {
        return new RuleDecisionRow(
                verdict.place(),
                verdict.owner(),
                verdict.rule().name(),
                switch (verdict.outcome()) {
                    case FIRED -> "fired";
                    case NOT_FOR_IT -> "notForIt";
                    case NOT_ASKED -> "notAsked";
                },
                reason(verdict),
                verdict.routes().stream()
                        .map(Route::destination)
                        .map(RuleDescriber::destination)
                        .toList(),
                verdict.quiet().stream().map(RuleDescriber::target).toList());
    }

    private static String reason(RuleDecision verdict) {
        return switch (verdict.outcome()) {
            case FIRED -> notifiesNobodyNew(verdict) ? Messages.RuleDecisionRow_nothingNew() : "";
            case NOT_FOR_IT -> RuleDescriber.mismatchReason(verdict.mismatch(), verdict.severity());
            case NOT_ASKED -> Messages.RuleDecisionRow_notAsked();
        };
    }

    /** All that it would have told was told by a rule before it, or wants to hear of worse only. */
    private static boolean notifiesNobodyNew(RuleDecision verdict) {
        return verdict.routes().isEmpty() && !verdict.rule().targets().isEmpty();
    }

    public boolean hasFired() {
        return outcome.equals("fired");
    }

    public String title() {
        return RuleScopeRow.title(scope, owner);
    }

    public String label() {
        return switch (outcome) {
            case "fired" -> Messages.RuleDecisionRow_fired();
            case "notForIt" -> Messages.RuleDecisionRow_didNotFire();
            default -> Messages.RuleDecisionRow_wasNotAsked();
        };
    }
}
