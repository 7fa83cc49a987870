package io.jenkins.plugins.slacknotify.routing;

import java.util.List;

/**
 * The rules of a job and its folders.
 *
 * @param sets the nearest first
 * @param inSystemChannel false where the job is kept out of the system channel; the rules of the system count nevertheless
 */
public record JobRules(List<RuleSet> sets, boolean inSystemChannel) {
    /** The rules of a job for which nothing was configured: only those of the system count. */
    public static final JobRules NONE = new JobRules(List.of(), true);

    /** The rules of a job that is gone: only those of the system count, and it may have been kept out of the system channel. */
    public static final JobRules UNKNOWN = new JobRules(List.of(), false);

    public JobRules {
        sets = List.copyOf(sets);
    }
}
