package io.jenkins.plugins.slacknotify.trigger.running;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.PeriodicWork;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.lifecycle.RunningRuns;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks at all executors once a minute, on a thread of Jenkins, and reports builds that take far longer than usual.
 *
 * <p>A build without an estimate is never reported.
 */
@Extension
public final class LongRunningBuildMonitor extends PeriodicWork {
    /** The duration below which people do not begin to wonder. */
    private static final Duration MIN_DURATION = Duration.ofMinutes(5);

    /** How many times the usual duration counts as long. */
    private static final int OVERRUN_FACTOR = 2;

    /**
     * The ids of running builds that were reported, so that they are not looked at again. After a restart the engine
     * knows them.
     */
    private final Set<String> reported = new HashSet<>();

    @Override
    public long getRecurrencePeriod() {
        return MIN;
    }

    /** Reports the builds that have become long. Jenkins runs this once at a time. */
    @Override
    protected void doRun() {
        Set<Run<?, ?>> running = RunningRuns.all();
        reported.retainAll(running.stream().map(Run::getExternalizableId).collect(Collectors.toSet()));
        running.stream()
                .filter(run -> !reported.contains(run.getExternalizableId())
                        // A fault with one build must not keep the others from being reported.
                        && BestEffort.read("duration of ", run, () -> runsLong(run))
                                .orElse(false))
                .forEach(run -> {
                    MilestoneReporter.report(run, Milestone.RUNNING_LONG);
                    reported.add(run.getExternalizableId());
                });
    }

    private static boolean runsLong(Run<?, ?> run) {
        Duration soFar = Duration.ofMillis(System.currentTimeMillis() - run.getStartTimeInMillis());
        return isLong(soFar, () -> Duration.ofMillis(run.getEstimatedDuration()))
                && ExtensionList.lookup(PauseDetector.class).stream().noneMatch(pauses -> pauses.hasPaused(run));
    }

    /**
     * Whether a duration is long compared with the usual one.
     *
     * @param usual asked only where that matters, because it may be read from older builds; not positive where it is
     *     not known
     */
    static boolean isLong(Duration soFar, Supplier<Duration> usual) {
        return soFar.compareTo(MIN_DURATION) >= 0
                && Optional.of(usual.get())
                        .filter(known -> known.compareTo(Duration.ZERO) > 0)
                        .filter(known -> soFar.compareTo(known.multipliedBy(OVERRUN_FACTOR)) >= 0)
                        .isPresent();
    }
}
