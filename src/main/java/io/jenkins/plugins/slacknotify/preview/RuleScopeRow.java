package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;

/**
 * A scope whose rules apply to a job, as a page shows it.
 *
 * @param scope null for the messages that people get in person
 * @param owner the full name of the job or folder
 * @param rules in the order in which the engine asks them
 * @param hidden how many further rules are for other jobs alone, and not for the reader's eyes or too many to show
 * @param problems the problems of the rules, each with what to do
 * @param note null for none
 */
public record RuleScopeRow(
        @CheckForNull RuleScope scope,
        String owner,
        List<RuleRow> rules,
        int hidden,
        List<String> problems,
        @CheckForNull String note) {
    public RuleScopeRow {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    /** The scope's name for people. */
    public String title() {
        return title(scope, owner);
    }

    static String title(@CheckForNull RuleScope scope, String owner) {
        if (scope == null) {
            return Messages.RuleScopeRow_people();
        }
        return switch (scope) {
            case JOB -> Messages.RuleScopeRow_job();
            case FOLDER -> Messages.RuleScopeRow_folder(owner);
            case SYSTEM -> Messages.RuleScopeRow_system();
            case SYSTEM_CHANNEL -> Messages.RuleScopeRow_systemChannel();
            case SUBSCRIPTION -> Messages.RuleScopeRow_subscriptions();
        };
    }
}
