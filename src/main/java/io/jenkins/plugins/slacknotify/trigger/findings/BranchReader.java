package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.ExtensionPoint;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import java.util.Optional;

interface BranchReader extends ExtensionPoint {
    /** Returns the branch of a job; empty where the job is not for one branch alone. */
    Optional<Branch> of(Job<?, ?> job);
}
