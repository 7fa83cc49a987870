package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * How long a build usually takes, as Jenkins estimates it. Jenkins goes through all builds of the job that it has in memory for that, so it
 * is asked while the build runs, and the end of the build takes what was true then.
 *
 * <p>Safe for use by many threads.
 */
public final class UsualDuration {
    private static final Map<Run<?, ?>, Long> OF_RUNNING = Collections.synchronizedMap(new WeakHashMap<>());

    private UsualDuration() {}

    /** Asks Jenkins for the usual duration, and keeps it for {@link #of} until {@link #forget} is called. */
    public static void readAhead(Run<?, ?> run) {
        OF_RUNNING.put(run, run.getEstimatedDuration());
    }

    /** Forgets what was read ahead for a build that has ended. */
    public static void forget(Run<?, ?> run) {
        OF_RUNNING.remove(run);
    }

    /** Returns how long a build usually takes; null where nobody knows. Never throws. */
    @CheckForNull
    static Duration of(Run<?, ?> run) {
        return BestEffort.read(
                        "usual duration of ",
                        run,
                        () -> Optional.ofNullable(OF_RUNNING.get(run)).orElseGet(run::getEstimatedDuration))
                .filter(millis -> millis > 0)
                .map(Duration::ofMillis)
                .orElse(null);
    }
}
