package io.jenkins.plugins.slacknotify.trigger.running;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.config.build.OwnerJob;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.lifecycle.CopiedBuilds;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.outbox.store.Host;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.trigger.event.JobRulesFinder;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;

/**
 * Remembers on disk which builds run, and after a start of Jenkins reports those that did not end before.
 *
 * <p>Jenkins goes on with pipelines. Any other build that runs when Jenkins ends is gone: after the start, Jenkins lists it with a
 * result by default, or not at all, and calls no listener.
 */
@Extension
public class RunningBuildRegistry implements CopiedBuilds {
    private static final Logger LOGGER = Logger.getLogger(RunningBuildRegistry.class.getName());

    /** How long it takes until another process is looked for again that had the outbox. */
    private static final Duration SHARED_INTERVAL = Duration.ofMinutes(1);

    /** When this process began, in milliseconds since 1970. */
    private static final long STARTED_AT = ManagementFactory.getRuntimeMXBean().getStartTime();

    private final RunningBuildFiles files =
            new RunningBuildFiles(EngineLifecycle.home().resolve("running"));

    private final Host here = EngineLifecycle.host();

    /** Whether the outbox is this process's, or is being claimed. */
    private final AtomicBoolean isClaimed = new AtomicBoolean();

    private final LeftoverBuilds left = new LeftoverBuilds(files, here, Clock.systemUTC());

    static RunningBuildRegistry get() {
        return ExtensionList.lookupSingleton(RunningBuildRegistry.class);
    }

    /** Remembers a build that starts. Writes a small file; never throws. */
    public static void started(Run<?, ?> run) {
        BestEffort.run("note that this build runs: ", run, () -> {
            get().files.add(stored(run));
            get().claimOutbox();
        });
    }

    /** Forgets a build that has ended and was reported. Never throws. */
    public static void ended(Run<?, ?> run) {
        try {
            get().files.remove(stored(run));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not note that " + run + " has ended");
        }
    }

    /** Returns the key of a build with the name that its job had first. It stays the same where the job moves while the build runs. */
    public static BuildKey originalKey(Run<?, ?> run) {
        return EngineLifecycle.get().engine().jobs().original(BuildKeys.of(run));
    }

    /**
     * Keeps back the end of a build that was cut off, if a Jenkins on another machine has started it and may go on with it: this home may
     * be a copy. An administrator decides, see {@link CopiedBuilds}. Costs nothing for a build that this process has started. Never throws.
     *
     * @param run has ended
     * @return whether it was kept back, so that it must be neither reported nor {@linkplain #ended forgotten} now
     */
    public static boolean keepBackIfOfAnother(Run<?, ?> run) {
        if (run.getStartTimeInMillis() >= STARTED_AT) {
            return false;
        }
        try {
            RunningBuildRegistry builds = get();
            Optional<RunningBuild> ofAnother =
                    builds.files.find(stored(run)).filter(build -> build.isOfAnother(builds.here));
            if (ofAnother.isEmpty() || !isCutOff(RunEvents.completed(run))) {
                return false;
            }
            builds.left.keepBack(ofAnother.get());
            return true;
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not find out where " + run + " was started");
            return false;
        }
    }

    /**
     * Reports what an earlier process has left, when the engine remembers what it has told of them, on a thread of its own: builds
     * have to be loaded for that. Not after the last milestone, which Jenkins would not reach then (JENKINS-37759).
     */
    @Initializer(fatal = false, after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void reportLeftovers() {
        EngineLifecycle.get()
                .engine()
                .ready()
                .thenRunAsync(() -> get().reportOnceOwned(), Computer.threadPoolForRemoting);
    }

    @Override
    public Optional<Undecided> undecided() {
        return left.undecided();
    }

    @Override
    public void release() {
        List<RunningBuild> released = left.release();
        Computer.threadPoolForRemoting.execute(() -> released.forEach(this::reportEnd));
    }

    @Override
    public void discard() throws IOException {
        left.discard();
    }

    /**
     * Has a second process on this home find the outbox in use, before it finds builds that run: it would take them for cut off. Does so on
     * another thread, as this one is that of a build, and the outbox may still be reading what waits.
     */
    private void claimOutbox() {
        if (isClaimed.compareAndSet(false, true)) {
            Computer.threadPoolForRemoting.execute(() -> {
                try {
                    EngineLifecycle.get().engine().deliveries().claim();
                } catch (IOException | RuntimeException e) {
                    isClaimed.set(false);
                    LOGGER.log(Level.FINE, "Could not take the outbox; the next build tries that again", e);
                }
            });
        }
    }

    private static RunningBuild stored(Run<?, ?> run) {
        BuildKey key = originalKey(run);
        return new RunningBuild(
                key.job(),
                key.build(),
                run.getStartTimeInMillis(),
                run.getParent().getFullDisplayName(),
                run.getDisplayName(),
                get().here.name(),
                get().here.boot());
    }

    private static boolean isCutOff(BuildEvent end) {
        Interruption interruption = end.findings().interruption();
        return interruption != null && interruption.kind() == Interruption.Kind.RESTART;
    }

    /** While another process has the outbox, the builds that run are its own. It may end before this one. */
    private void reportOnceOwned() {
        if (EngineLifecycle.get().engine().deliveries().areOfAnotherProcess()) {
            Timer.get()
                    .schedule(
                            () -> Computer.threadPoolForRemoting.execute(this::reportOnceOwned),
                            SHARED_INTERVAL.toSeconds(),
                            TimeUnit.SECONDS);
            return;
        }
        try {
            left.report(this::reportEnd, this::isRunning);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read which builds were running");
        }
    }

    /** Reports the end of a build that does not run any more, and forgets it even if that fails: each start of Jenkins would fail again. */
    private void reportEnd(RunningBuild build) {
        try {
            Job<?, ?> job = job(build);
            Run<?, ?> run = run(job, build);
            if (run == null || !run.isBuilding()) {
                BestEffort.run("report the end of ", build.key(), () -> handOver(job, run, event(build, run)));
                files.remove(build);
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not report what became of " + build.key());
        }
    }

    private boolean isRunning(RunningBuild build) {
        try {
            Run<?, ?> run = run(job(build), build);
            return run != null && run.isBuilding();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not find out what became of " + build.key());
            return false;
        }
    }

    private static void handOver(@CheckForNull Job<?, ?> job, @CheckForNull Run<?, ?> run, BuildEvent event) {
        // The rules of a deleted job are not known.
        JobRules rules = job == null ? JobRules.UNKNOWN : JobRulesFinder.of(job);
        EngineLifecycle.get().engine().buildCompleted(event, rules);
        if (job != null) {
            ExtensionList.lookup(CutOffBuildListener.class).forEach(listener -> listener.onCutOff(job, run, event));
        }
    }

    @CheckForNull
    private static Job<?, ?> job(RunningBuild build) {
        return OwnerJob.find(
                EngineLifecycle.get().engine().jobs().current(build.key()).job());
    }

    /** Returns the build; null where Jenkins does not have it. A build of the same number may be another one. */
    @CheckForNull
    private static Run<?, ?> run(@CheckForNull Job<?, ?> job, RunningBuild build) {
        Run<?, ?> run = job == null ? null : job.getBuildByNumber(build.number());
        return run != null && run.getStartTimeInMillis() == build.startedAt() ? run : null;
    }

    /**
     * Returns the event of the end. A build with a duration has ended just before Jenkins did, or because of that; the engine
     * ignores an end that it knows.
     */
    private static BuildEvent event(RunningBuild build, @CheckForNull Run<?, ?> run) {
        if (run == null) {
            return RunEvents.vanished(build.key(), build.jobName(), build.buildName());
        }
        return run.getDuration() > 0 ? RunEvents.endedWithJenkins(run) : RunEvents.cutOff(run, untilLastLine(run));
    }

    private static Duration untilLastLine(Run<?, ?> run) {
        Instant start = Instant.ofEpochMilli(run.getStartTimeInMillis());
        Instant lastLine = Instant.ofEpochMilli(new File(run.getRootDir(), "log").lastModified());
        return lastLine.isAfter(start) ? Duration.between(start, lastLine) : Duration.ZERO;
    }
}
