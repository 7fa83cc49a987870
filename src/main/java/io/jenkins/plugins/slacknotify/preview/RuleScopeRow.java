package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;

/**
 * A place that has a say in a job's builds, on a page.
 *
 * @param place null for the messages that people get in person
 * @param owner the full name of the job or folder
 * @param rules in the order in which they are asked
 * @param hidden how many rules besides are for other jobs alone, and not for the reader's eyes
 * @param problems of its rules, with what to do
 * @param note null for none
 */
public record RuleScopeRow(
        @CheckForNull RuleScope place,
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
        return title(place, owner);
    }

    static String title(@CheckForNull RuleScope place, String owner) {
        if (place == null) {
            return Messages.PlaceRow_people();
        }
        return switch (place) {
            case JOB -> Messages.PlaceRow_job();
            case FOLDER -> Messages.PlaceRow_folder(owner);
            case SYSTEM -> Messages.PlaceRow_system();
            case SYSTEM_CHANNEL -> Messages.PlaceRow_systemChannel();
        };
    }
}
