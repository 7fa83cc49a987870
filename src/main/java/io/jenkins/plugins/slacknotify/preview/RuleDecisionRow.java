package io.jenkins.plugins.slacknotify.preview;

import io.jenkins.plugins.slacknotify.config.rules.RuleDescriber;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RuleDecision;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;

/**
 * A rule's decision about a build, as a page or a program gets it.
 *
 * @param owner the full name of the job or folder that has the rule; blank for the system
 * @param outcome {@code fired}, {@code notForIt}, {@code notAsked} or {@code switchedOff}
 * @param reason why it is not {@code fired}, or what of it did not count; blank where there is nothing to say
 * @param destinations the destinations that it notifies and no rule before it did
 * @param ignoringDestinations its destinations that take no message of so low a severity
 */
public record RuleDecisionRow(
        RuleScope scope,
        String owner,
        String name,
        String outcome,
        String reason,
        List<String> destinations,
        List<String> ignoringDestinations) {
    static RuleDecisionRow of(RuleDecision decision) {
        if (decision.effect() instanceof RuleDecision.Fired fired) {
            return of(decision, fired);
        }
        if (decision.effect() instanceof RuleDecision.NotMatched no) {
            return idle(decision, "notForIt", RuleDescriber.mismatchReason(no.mismatch(), decision.severity()));
        }
        return decision.effect() instanceof RuleDecision.SwitchedOff
                ? idle(decision, "switchedOff", "")
                : idle(decision, "notAsked", Messages.RuleDecisionRow_notAsked());
    }

    private static RuleDecisionRow of(RuleDecision decision, RuleDecision.Fired fired) {
        // An earlier rule notifies all its destinations, or they take higher severities only.
        boolean notifiesNobodyNew =
                fired.routes().isEmpty() && !decision.rule().targets().isEmpty();
        return new RuleDecisionRow(
                decision.scope(),
                decision.owner(),
                decision.rule().name(),
                "fired",
                reason(fired, notifiesNobodyNew),
                fired.routes().stream()
                        .map(Route::destination)
                        .map(RuleDescriber::destination)
                        .toList(),
                fired.belowMinimumSeverity().stream().map(RuleDescriber::target).toList());
    }

    private static String reason(RuleDecision.Fired fired, boolean notifiesNobodyNew) {
        if (!fired.forbidden().isEmpty()) {
            return Messages.RuleDecisionRow_forbidden(String.join(
                    ", ", fired.forbidden().stream().map(RuleDescriber::target).toList()));
        }
        return notifiesNobodyNew ? Messages.RuleDecisionRow_nothingNew() : "";
    }

    private static RuleDecisionRow idle(RuleDecision decision, String outcome, String reason) {
        return new RuleDecisionRow(
                decision.scope(), decision.owner(), decision.rule().name(), outcome, reason, List.of(), List.of());
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
            case "switchedOff" -> Messages.RuleDecisionRow_switchedOff();
            default -> Messages.RuleDecisionRow_wasNotAsked();
        };
    }
}
