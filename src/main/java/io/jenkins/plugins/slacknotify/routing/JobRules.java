package io.jenkins.plugins.slacknotify.routing;

import java.util.List;

/**
 * What a job and its folders say about who hears of its builds.
 *
 * @param sets the nearest first
 * @param inSystemChannel false where the job is kept out of the system channel; the rules of the system count nevertheless
 */
public record JobRules(List<RuleSet> sets, boolean inSystemChannel) {
    /** Nothing: all is as for the whole system. */
    public static final JobRules NONE = new JobRules(List.of(), true);

    public JobRules {
        sets = List.copyOf(sets);
    }
}
