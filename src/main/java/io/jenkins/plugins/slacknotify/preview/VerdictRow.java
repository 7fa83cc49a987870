package io.jenkins.plugins.slacknotify.preview;

import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RuleDecision;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
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
        RuleScope place,
        String owner,
        String name,
        String outcome,
        String because,
        List<String> tells,
        List<String> quiet) {
    static VerdictRow of(RuleDecision decision) {
        if (decision.effect() instanceof RuleDecision.Fired fired) {
            return of(decision, fired);
        }
        if (decision.effect() instanceof RuleDecision.NotMatched no) {
            return idle(decision, "notForIt", RuleDescriber.mismatchReason(no.mismatch(), decision.severity()));
        }
        return idle(decision, "notAsked", Messages.VerdictRow_notAsked());
    }

    private static VerdictRow of(RuleDecision decision, RuleDecision.Fired fired) {
        // An earlier rule has notified all its targets, or they want to hear of worse only.
        boolean notifiesNobody =
                fired.routes().isEmpty() && !decision.rule().targets().isEmpty();
        return new VerdictRow(
                decision.scope(),
                decision.owner(),
                decision.rule().name(),
                "fired",
                notifiesNobody ? Messages.VerdictRow_nothingNew() : "",
                fired.routes().stream()
                        .map(Route::destination)
                        .map(RuleDescriber::destination)
                        .toList(),
                fired.belowMinimumSeverity().stream().map(RuleDescriber::target).toList());
    }

    private static VerdictRow idle(RuleDecision decision, String outcome, String because) {
        return new VerdictRow(
                decision.scope(), decision.owner(), decision.rule().name(), outcome, because, List.of(), List.of());
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
