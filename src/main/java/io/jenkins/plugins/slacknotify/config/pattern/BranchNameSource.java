package io.jenkins.plugins.slacknotify.config.pattern;

import hudson.ExtensionPoint;
import hudson.model.Job;
import java.util.Optional;

/** Knows the names of branches that jobs are for. */
public interface BranchNameSource extends ExtensionPoint {
    /**
     * The name of the branch that a job is for, as people write it. Reads memory only.
     *
     * @return empty where the job is not for one branch alone
     */
    Optional<String> branchName(Job<?, ?> job);
}
