package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.SystemChannelOptOut;
import io.jenkins.plugins.slacknotify.config.build.OwnerJob;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
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
     * Returns the rules of the given scopes for a job.
     *
     * @param scopes the scopes that apply to the job, the nearest first and the system last
     */
    public static JobRules of(Job<?, ?> job, List<RuleScopeConfig> scopes) {
        return new JobRules(
                RuleScopes.ruleSets(scopes), OwnerJob.of(job).getProperty(SystemChannelOptOut.class) == null);
    }

    /**
     * Returns the problems of the rules that the job itself has, for the console of its builds; empty where there are none. Lists no
     * names: not everybody who may read the console may know those of folders and of the system.
     *
     * @param scopes as in {@link #of(Job, List)}
     */
    public static List<String> problemsOf(List<RuleScopeConfig> scopes) {
        return scopes.get(0).scope() == RuleScope.JOB
                ? RuleScopes.problems(scopes, (scope, owner) -> false)
                : List.of();
    }
}
