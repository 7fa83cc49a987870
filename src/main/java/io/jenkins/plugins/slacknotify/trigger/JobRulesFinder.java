package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.SystemChannelOptOut;
import io.jenkins.plugins.slacknotify.config.rules.RulePlace;
import io.jenkins.plugins.slacknotify.config.rules.RulePlaces;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.List;

/** What a job and its folders say about who hears of its builds. */
public final class JobRulesFinder {
    private JobRulesFinder() {}

    /** Reads what is in memory, and nothing else. */
    public static JobRules of(Job<?, ?> job) {
        return of(job, RulePlaces.of(job));
    }

    /** @param places those that have a say in the job, the nearest first and the system last */
    public static JobRules of(Job<?, ?> job, List<RulePlace> places) {
        return new JobRules(RulePlaces.ruleSets(places), job.getProperty(SystemChannelOptOut.class) == null);
    }

    /** What is wrong with the rules that the job itself has, for whoever has written them; empty while all is well. */
    static List<String> problemsOf(Job<?, ?> job) {
        List<RulePlace> places = RulePlaces.of(job);
        return places.get(0).place() == RuleSet.Place.JOB ? RulePlaces.problems(places) : List.of();
    }
}
