package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.pattern.BranchNameSource;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import java.util.Optional;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.metadata.ObjectMetadataAction;
import jenkins.scm.api.metadata.PrimaryInstanceMetadataAction;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;

/** Reads the branch that a multibranch project notes on its job. */
@Extension(optional = true)
public final class ScmBranchReader implements BranchReader, BranchNameSource {
    @Override
    public Optional<Branch> of(Job<?, ?> job) {
        return branch(job, SCMHead.HeadByItem.findHead(job));
    }

    @Override
    public Optional<String> branchName(Job<?, ?> job) {
        return of(job).map(Branch::name);
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the SCM API plugin is missing.
    private static Optional<Branch> branch(Job<?, ?> job, @CheckForNull SCMHead head) {
        if (head == null) {
            return Optional.empty();
        }
        boolean primary = job.getAction(PrimaryInstanceMetadataAction.class) != null;
        return Optional.of(
                new Branch(head.getName(), job.getParent().getFullDisplayName(), primary, pullRequest(job, head)));
    }

    @CheckForNull
    private static Branch.PullRequest pullRequest(Job<?, ?> job, SCMHead head) {
        if (!(head instanceof ChangeRequestSCMHead request)) {
            return null;
        }
        ObjectMetadataAction about = job.getAction(ObjectMetadataAction.class);
        return about == null
                ? new Branch.PullRequest(request.getId(), null, null)
                : new Branch.PullRequest(
                        request.getId(),
                        Util.fixEmptyAndTrim(about.getObjectDisplayName()),
                        Util.fixEmptyAndTrim(about.getObjectUrl()));
    }
}
