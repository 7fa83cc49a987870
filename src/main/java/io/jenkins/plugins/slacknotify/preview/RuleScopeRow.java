package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.List;

/**
 * A place that has a say in a job's builds, on a page.
 *
 * @param scope null for the messages that people get in person
 * @param owner the full name of the job or folder
 * @param rules in the order in which they are asked
 * @param hidden how many rules besides are for other jobs alone, and not for the reader's eyes
 * @param problems of its rules, with what to do
 * @param note null for none
 */
public record RuleScopeRow(
        @CheckForNull RuleSet.RuleScope scope,
        String owner,
        List<RuleRow> rules,
        int hidden,
        List<String> problems,
        @CheckForNull String note) {
    public RuleScopeRow {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    public String title() {
        return title(scope, owner);
    }

    static String title(@CheckForNull RuleSet.RuleScope place, String owner) {
        if (place == null) {
            return Messages.RuleScopeRow_people();
        }
        return switch (place) {
            case JOB -> Messages.RuleScopeRow_job();
            case FOLDER -> Messages.RuleScopeRow_folder(owner);
            case SYSTEM -> Messages.RuleScopeRow_system();
            case SYSTEM_CHANNEL -> Messages.RuleScopeRow_systemChannel();
        };
    }
}
