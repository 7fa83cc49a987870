package io.jenkins.plugins.slacknotify.trigger.causes;

import hudson.model.Cause;
import hudson.model.Run;
import java.util.List;

/**
 * Tells a build's own causes from those that were copied into it.
 *
 * <p>The Rebuild plugin gives a new build all causes of the old one, but for its people, and adds whoever has pressed the button
 * and a cause of its own (RebuildAction.constructRebuildCauses). The clock and the builds upstream have not started it.
 */
public final class BuildCauses {
    private static final String REBUILD = "RebuildCause";

    private BuildCauses() {}

    /** Returns why a build runs, without what was copied; possibly empty. */
    public static List<Cause> of(Run<?, ?> run) {
        return own(run.getCauses());
    }

    /** Returns the causes of a list that are not copied. */
    static List<Cause> own(List<Cause> causes) {
        if (causes.stream().noneMatch(BuildCauses::isRebuild)) {
            return causes;
        }
        List<Cause> people =
                causes.stream().filter(Cause.UserIdCause.class::isInstance).toList();
        return people.isEmpty() ? causes.stream().filter(BuildCauses::isRebuild).toList() : people;
    }

    /** Whether a cause says that somebody had an earlier build of the job run again. */
    static boolean isRebuild(Cause cause) {
        return cause.getClass().getSimpleName().equals(REBUILD);
    }
}
