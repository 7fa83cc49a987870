package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.SystemChannelOptOut;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.List;

/** What a job and its folders say about who hears of its builds. */
public final class JobRulesFinder {
    private JobRulesFinder() {}

    /** Reads what is in memory, and nothing else. */
    public static JobRules of(Job<?, ?> job) {
        return of(job, RuleScopes.of(job));
    }

    /** @param places those that have a say in the job, the nearest first and the system last */
    public static JobRules of(Job<?, ?> job, List<RuleScopeConfig> places) {
        return new JobRules(RuleScopes.ruleSets(places), job.getProperty(SystemChannelOptOut.class) == null);
    }

    /** What is wrong with the rules that the job itself has, for whoever has written them; empty while all is well. */
    public static List<String> problemsOf(Job<?, ?> job) {
        List<RuleScopeConfig> places = RuleScopes.of(job);
        return places.get(0).place() == RuleScope.JOB ? RuleScopes.problems(places) : List.of();
    }
}
