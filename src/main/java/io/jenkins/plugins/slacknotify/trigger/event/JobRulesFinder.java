package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.SystemChannelOptOut;
import io.jenkins.plugins.slacknotify.config.build.OwnerJob;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;

/** Finds the rules of a job and its folders. */
public final class JobRulesFinder {
    private JobRulesFinder() {}

    /** Returns the rules for a job. Reads what is in memory, and nothing else. */
    public static JobRules of(Job<?, ?> job) {
        return of(job, RuleScopes.of(job));
    }

    /**
     * Returns the rules for a job.
     *
     * @param scopes those that apply to it
     */
    public static JobRules of(Job<?, ?> job, RuleScopes scopes) {
        return new JobRules(scopes.ruleSets(), OwnerJob.of(job).getProperty(SystemChannelOptOut.class) == null);
    }

    /**
     * Returns the problems of the rules that the job itself has, for the console of its builds; empty where there are none. Lists no
     * names: not everybody who may read the console may know those of folders and of the system.
     *
     * @param scopes as in {@link #of(Job, RuleScopes)}
     */
    public static List<String> problemsOf(RuleScopes scopes) {
        return scopes.nearest().scope() == RuleScope.JOB ? scopes.problems(RuleScopes.UNLISTED) : List.of();
    }
}
