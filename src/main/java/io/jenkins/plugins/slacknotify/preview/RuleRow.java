package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.rules.RuleDescriber;
import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.List;

/**
 * A rule, as a page shows it.
 *
 * @param conditions the parts of its condition
 * @param actions what it does with a build that matches
 * @param unreachableReason why it can never fire for the job in question; null where it can
 */
public record RuleRow(
        String name,
        List<String> conditions,
        List<String> actions,
        @CheckForNull String unreachableReason) {
    /**
     * Makes the row of a subscription for whoever may read the job and is not its author: without who is told in person, and without the
     * other jobs that it is for.
     */
    static RuleRow ofSubscription(Rule rule, String job, @CheckForNull String unreachableReason) {
        List<String> actions =
                rule.people().named().isEmpty() ? RuleDescriber.actions(rule) : List.of(Messages.RuleRow_inPerson());
        return new RuleRow(
                rule.name(), RuleDescriber.conditions(rule.when().aboutJob(job)), actions, unreachableReason);
    }

    static RuleRow of(Rule rule, @CheckForNull String unreachableReason) {
        return new RuleRow(
                rule.name(), RuleDescriber.conditions(rule.when()), RuleDescriber.actions(rule), unreachableReason);
    }
}
