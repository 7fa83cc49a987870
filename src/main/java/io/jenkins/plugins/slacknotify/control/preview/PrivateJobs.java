package io.jenkins.plugins.slacknotify.control.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.trigger.findings.RunFindings;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * The jobs that are private by rule. Such a rule ends the list for every build of the job, whatever becomes of it, and names no
 * channel: that rule notifies nobody of the job but the people whom it names.
 */
public final class PrivateJobs {
    private final List<RuleSet> system;

    private PrivateJobs(List<RuleSet> system) {
        this.system = system;
    }

    static PrivateJobs now() {
        return new PrivateJobs(
                SlackNotifyConfiguration.get().toEngineSettings().router().system());
    }

    /** Returns whether a job is private by the rules of this moment; false for no job. Whatever the thread may read, it is found. */
    public static boolean isPrivate(String fullName) {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            Job<?, ?> job = Jenkins.get().getItemByFullName(fullName, Job.class);
            return job != null && now().contains(job);
        }
    }

    boolean contains(Job<?, ?> job) {
        return isPrivate(
                job.getFullName(), RunFindings.branch(job), RuleScopes.of(job).ruleSets(), system);
    }

    /**
     * @param branch null for a job that is not for one branch alone
     * @param own the rules of the job and its folders, the nearest first
     */
    static boolean isPrivate(String job, @CheckForNull Branch branch, List<RuleSet> own, List<RuleSet> system) {
        return Stream.concat(own.stream(), system.stream())
                .flatMap(set -> set.rules().stream())
                .filter(rule -> rule.endsList() && isForEachBuild(rule, job, branch))
                .findFirst()
                .filter(rule -> rule.targets().stream()
                        .map(DestinationProfile::destination)
                        .allMatch(PrivateJobs::isPerson))
                .isPresent();
    }

    private static boolean isForEachBuild(Rule rule, String job, @CheckForNull Branch branch) {
        Condition when = rule.when();
        return when.matchesJob(job)
                && when.matchesBranch(branch)
                && when.withinJob().equals(Condition.ALWAYS);
    }

    private static boolean isPerson(Destination destination) {
        return destination.isPerson() || destination.isDirectMessage();
    }
}
