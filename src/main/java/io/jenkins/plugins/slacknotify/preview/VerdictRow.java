package io.jenkins.plugins.slacknotify.preview;

import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RuleDecision;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.List;

/**
 * What a rule made of a build.
 *
 * @param outcome {@code fired}, {@code notForIt} or {@code notAsked}
 * @param because why it is not {@code fired}, or what of it did not count; blank where there is nothing to say
 * @param tells what it told that nobody had told before
 * @param quiet what takes nothing of so little severity
 */
public record VerdictRow(
        RuleSet.RuleScope place,
        String owner,
        String name,
        String outcome,
        String because,
        List<String> tells,
        List<String> quiet) {
    static VerdictRow of(RuleDecision verdict) {
        return new VerdictRow(
                verdict.place(),
                verdict.owner(),
                verdict.rule().name(),
                switch (verdict.outcome()) {
                    case FIRED -> "fired";
                    case NOT_FOR_IT -> "notForIt";
                    case NOT_ASKED -> "notAsked";
                },
                because(verdict),
                verdict.routes().stream()
                        .map(Route::destination)
                        .map(RuleDescriber::destination)
                        .toList(),
                verdict.quiet().stream().map(RuleDescriber::target).toList());
    }

    private static String because(RuleDecision verdict) {
        return switch (verdict.outcome()) {
            case FIRED -> isIdle(verdict) ? Messages.VerdictRow_nothingNew() : "";
            case NOT_FOR_IT -> RuleDescriber.mismatchReason(verdict.mismatch(), verdict.severity());
            case NOT_ASKED -> Messages.VerdictRow_notAsked();
        };
    }

    /** All that it would have told was told by a rule before it, or wants to hear of worse only. */
    private static boolean isIdle(RuleDecision verdict) {
        return verdict.routes().isEmpty() && !verdict.rule().targets().isEmpty();
    }

    public boolean hasFired() {
        return outcome.equals("fired");
    }

    public String title() {
        return RuleScopeRow.title(place, owner);
    }

    public String label() {
        return switch (outcome) {
            case "fired" -> Messages.VerdictRow_fired();
            case "notForIt" -> Messages.VerdictRow_didNotFire();
            default -> Messages.VerdictRow_wasNotAsked();
        };
    }
}
