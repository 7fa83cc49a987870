package io.jenkins.plugins.slacknotify.trigger.merges;

import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.plugins.git.AbstractGitSCMSource;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMRevisionAction;
import jenkins.scm.api.metadata.PrimaryInstanceMetadataAction;

/** The branch of a multibranch project that matters most, such as {@code main}, as a source of Git names it. */
final class PrimaryBranch {
    /** The most builds that are read: Jenkins reads old builds from disk one by one. */
    private static final int BUILDS_READ = 20;

    private PrimaryBranch() {}

    /**
     * Returns the commits of the primary branch whose builds were good, the newest first.
     *
     * @param branch the job of another branch or pull request
     * @return empty where that is no job of a branch, or the primary one
     */
    static List<String> goodCommits(Job<?, ?> branch) {
        if (SCMHead.HeadByItem.findHead(branch) == null || isPrimary(branch)) {
            return List.of();
        }
        ItemGroup<? extends Item> project = branch.getParent();
        // A build may run as somebody who may not read that branch, and its commits stay merged all the same.
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return project.getItems().stream()
                    .flatMap(PrimaryBranch::job)
                    .filter(PrimaryBranch::isPrimary)
                    .findFirst()
                    .map(PrimaryBranch::goodCommitsOf)
                    .orElse(List.of());
        }
    }

    private static Stream<Job<?, ?>> job(Item item) {
        return item instanceof Job<?, ?> job ? Stream.of(job) : Stream.empty();
    }

    private static boolean isPrimary(Job<?, ?> job) {
        return job.getAction(PrimaryInstanceMetadataAction.class) != null;
    }

    private static List<String> goodCommitsOf(Job<?, ?> primary) {
        return Stream.<Run<?, ?>>iterate(primary.getLastBuild(), run -> run != null, Run::getPreviousBuild)
                .limit(BUILDS_READ)
                .filter(run -> !run.isBuilding() && Result.SUCCESS.equals(run.getResult()))
                .flatMap(run -> commit(run).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> commit(Run<?, ?> run) {
        SCMRevisionAction built = run.getAction(SCMRevisionAction.class);
        return built != null && built.getRevision() instanceof AbstractGitSCMSource.SCMRevisionImpl revision
                ? Optional.of(revision.getHash())
                : Optional.empty();
    }
}
