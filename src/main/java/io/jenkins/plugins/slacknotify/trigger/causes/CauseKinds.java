package io.jenkins.plugins.slacknotify.trigger.causes;

import hudson.model.Cause;
import hudson.model.Run;
import hudson.triggers.SCMTrigger;
import hudson.triggers.TimerTrigger;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import java.util.Set;
import java.util.stream.Collectors;

/** Maps the causes of a build to kinds. */
public final class CauseKinds {
    /** The simple names of causes by which a source reports a change, of plugins that this one does not depend on. */
    private static final Set<String> SCM_CAUSES = Set.of("BranchIndexingCause", "BranchEventCause");

    private CauseKinds() {}

    /** Returns the kinds of a build's own causes. */
    public static Set<CauseKind> of(Run<?, ?> run) {
        return BuildCauses.of(run).stream().map(CauseKinds::kind).collect(Collectors.toSet());
    }

    private static CauseKind kind(Cause cause) {
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

    /** Whether a change in a source is the cause. Webhooks of the forges' plugins extend the cause of polling. */
    private static boolean isScmCause(Cause cause) {
        return cause instanceof SCMTrigger.SCMTriggerCause
                || SCM_CAUSES.contains(cause.getClass().getSimpleName());
    }
}
