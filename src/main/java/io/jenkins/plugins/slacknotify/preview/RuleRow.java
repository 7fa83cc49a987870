package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.List;

/**
 * A rule on a page.
 *
 * @param conditions its condition in words
 * @param actions what it does with a build that fits
 * @param unreachableReason why it can never do so for the job in question; null where it can
 */
public record RuleRow(
        String name,
        List<String> conditions,
        List<String> actions,
        @CheckForNull String unreachableReason) {
    static RuleRow of(Rule rule, @CheckForNull String objection) {
        return new RuleRow(rule.name(), RuleDescriber.conditions(rule.when()), RuleDescriber.actions(rule), objection);
    }
}
