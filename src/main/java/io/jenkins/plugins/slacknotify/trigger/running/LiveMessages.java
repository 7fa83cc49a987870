package io.jenkins.plugins.slacknotify.trigger.running;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.PeriodicWork;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.RunningRuns;
import io.jenkins.plugins.slacknotify.lifecycle.act.FollowedBuild;
import io.jenkins.plugins.slacknotify.memory.Freshness;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.findings.ProgressReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Updates the messages that follow a running build.
 *
 * <p>A message changes when a stage begins or ends, but at most once in some seconds, and once a minute for its times. A change
 * is made only where Slack's rate limits leave room, and is skipped otherwise. What a message shows is remembered in memory only,
 * so each message changes once after a restart.
 */
@Extension
public final class LiveMessages extends PeriodicWork {
    private static final Logger LOGGER = Logger.getLogger(LiveMessages.class.getName());
    private static final long PERIOD = 3_000;

    /** The shortest time between two changes of a message. */
    private static final Duration INTERVAL = Duration.ofSeconds(8);

    /** The time after which a message changes in any case, as it says how long the build has run. */
    private static final Duration TIMES = Duration.ofMinutes(1);

    private record Shown(LiveProgress progress, Instant since) {}

    private final Map<String, Shown> shown = new HashMap<>();

    @Override
    public long getRecurrencePeriod() {
        return PERIOD;
    }

    @Override
    public long getInitialDelay() {
        return PERIOD;
    }

    /** Jenkins runs this once at a time. */
    @Override
    protected void doRun() {
        Set<Run<?, ?>> running = RunningRuns.all();
        shown.keySet().retainAll(running.stream().map(Run::getExternalizableId).collect(Collectors.toSet()));
        Instant now = Instant.now();
        for (Run<?, ?> run : running) {
            if (FollowedBuild.isFollowed(run)) {
                BestEffort.run("say how far this build is: ", run, () -> update(run, now));
            } else if (shown.containsKey(run.getExternalizableId())) {
                end(run, now);
            }
        }
    }

    /** Shows the message of a build that is followed no more as it would be without; tried until there is room for it. */
    private void end(Run<?, ?> run, Instant now) {
        try {
            if (show(run, null, now)) {
                shown.remove(run.getExternalizableId());
            }
        } catch (RuntimeException | Error e) {
            shown.remove(run.getExternalizableId());
            LOGGER.log(Level.WARNING, e, () -> "Could not end to say how far " + run + " is");
        }
    }

    private void update(Run<?, ?> run, Instant now) {
        Shown last = shown.get(run.getExternalizableId());
        if (last != null && Freshness.isFresh(last.since(), INTERVAL, now)) {
            return;
        }
        LiveProgress progress = ProgressReader.of(run);
        if (isWorthAChange(last, progress, now) && show(run, progress, now)) {
            shown.put(run.getExternalizableId(), new Shown(progress, now));
        }
    }

    private static boolean isWorthAChange(@CheckForNull Shown last, LiveProgress progress, Instant now) {
        return last == null
                || !last.progress().equals(progress)
                || !last.since().plus(TIMES).isAfter(now);
    }

    private static boolean show(Run<?, ?> run, @CheckForNull LiveProgress progress, Instant now) {
        BuildEvent event = RunEvents.milestone(run, Milestone.STARTED, Clock.systemUTC());
        BuildEvent withProgress = event.toBuilder()
                .findings(event.findings().toBuilder().progress(progress).build())
                .build();
        return !EngineLifecycle.get()
                .engine()
                .buildProgressed(withProgress, now.getEpochSecond())
                .isEmpty();
    }
}
