package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.SystemChannelOptOut;
import io.jenkins.plugins.slacknotify.config.rules.RulePlaces;
import io.jenkins.plugins.slacknotify.routing.JobRules;

/** What a job and its folders say about who hears of its builds. */
final class JobRulesFinder {
    private JobRulesFinder() {}

    /** Reads what is in memory, and nothing else. */
    static JobRules of(Job<?, ?> job) {
        return new JobRules(RulePlaces.ruleSets(job), job.getProperty(SystemChannelOptOut.class) == null);
    }
}
