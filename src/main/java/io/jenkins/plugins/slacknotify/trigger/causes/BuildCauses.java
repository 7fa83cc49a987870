package io.jenkins.plugins.slacknotify.trigger.causes;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import io.jenkins.plugins.slacknotify.reflection.ForeignObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells a build's own causes from those that were copied into it.
 *
 * <p>The Rebuild plugin gives a new build all causes of the old one, but for its people, and adds whoever has pressed the button and a
 * cause of its own (RebuildAction.constructRebuildCauses). The clock and the builds upstream have not started it. So does the Naginator
 * plugin where somebody presses its button, with the person last (NaginatorRetryAction.getCauseAction). What it retries by itself goes on
 * for the causes of the first build, and they are its own. The MultiJob plugin resumes a build for itself as the one upstream.
 */
public final class BuildCauses {
    /** The simple names of causes of the plugins Rebuild and MultiJob. */
    private static final Set<String> REBUILDS = Set.of("RebuildCause", "ResumeCause");

    private static final String RETRY = "NaginatorCause";

    private BuildCauses() {}

    /** Returns the causes of a build, without those that were copied from another build; possibly empty. */
    public static List<Cause> of(Run<?, ?> run) {
        return own(all(run));
    }

    /**
     * Returns all causes of a build, copied ones too; possibly empty. Jenkins' own look-up asks what plugins make up for the build as well,
     * of which one may ask for the causes again, and so on without an end.
     */
    public static List<Cause> all(Run<?, ?> run) {
        CauseAction stored = StoredActions.find(run, CauseAction.class);
        return stored == null ? List.of() : stored.getCauses();
    }

    public static <T extends Cause> Optional<T> find(Run<?, ?> run, Class<T> type) {
        return all(run).stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    static List<Cause> own(List<Cause> causes) {
        if (causes.stream().noneMatch(BuildCauses::isRebuild)) {
            List<Cause> pressed = people(causes.stream().dropWhile(cause -> !isRetry(cause)));
            return pressed.isEmpty() ? causes : pressed;
        }
        List<Cause> people = people(causes.stream());
        return people.isEmpty() ? causes.stream().filter(BuildCauses::isRebuild).toList() : people;
    }

    private static List<Cause> people(Stream<Cause> causes) {
        return causes.filter(Cause.UserIdCause.class::isInstance).toList();
    }

    /** Whether a cause says that somebody had an earlier build of the job run again. */
    static boolean isRebuild(Cause cause) {
        return REBUILDS.contains(cause.getClass().getSimpleName());
    }

    /** Whether a cause says that the Naginator plugin has retried an earlier build of the job, by itself or for somebody. */
    static boolean isRetry(Cause cause) {
        return ForeignObject.isCalled(cause, RETRY);
    }
}
