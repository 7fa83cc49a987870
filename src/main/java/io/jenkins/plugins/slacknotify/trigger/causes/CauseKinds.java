package io.jenkins.plugins.slacknotify.trigger.causes;

import hudson.model.Cause;
import hudson.model.Run;
import hudson.triggers.SCMTrigger;
import hudson.triggers.TimerTrigger;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps the causes of a build to kinds. */
public final class CauseKinds {
    /**
     * The simple names of causes by which a source reports a change, of plugins that this one does not depend on and that do not extend
     * the cause of polling: of multibranch projects, of the git plugin's notifyCommit with a commit, and of plugins for GitHub (ghprb,
     * github-pullrequest), Bitbucket (pull request builder, Bitbucket Server Integration), Stash and Gogs.
     */
    private static final Set<String> SCM_CAUSES = Set.of(
            "BranchIndexingCause",
            "BranchEventCause",
            "CommitHookCause",
            "GhprbCause",
            "GitHubCause",
            "BitbucketCause",
            "BitbucketWebhookTriggerCause",
            "StashCause",
            "GogsCause");

    private CauseKinds() {}

    public static Set<CauseKind> of(Run<?, ?> run) {
        return BuildCauses.of(run).stream().map(CauseKinds::kind).collect(Collectors.toSet());
    }

    static CauseKind kind(Cause cause) {
        if (cause instanceof Cause.UserIdCause || Requesters.isFormerUserCause(cause)) {
            return CauseKind.USER;
        }
        if (BuildCauses.isRebuild(cause)) {
            return CauseKind.OTHER;
        }
        if (cause instanceof Cause.UpstreamCause) {
            return CauseKind.UPSTREAM;
        }
        if (cause instanceof TimerTrigger.TimerTriggerCause) {
            return CauseKind.TIMER;
        }
        return isScmCause(cause) ? CauseKind.SCM : CauseKind.OTHER;
    }

    /** Whether a change in a source is the cause. Most webhooks of the forges' plugins extend the cause of polling. */
    private static boolean isScmCause(Cause cause) {
        return cause instanceof SCMTrigger.SCMTriggerCause
                || Stream.<Class<?>>iterate(cause.getClass(), type -> type != null, Class::getSuperclass)
                        .anyMatch(type -> SCM_CAUSES.contains(type.getSimpleName()));
    }
}
