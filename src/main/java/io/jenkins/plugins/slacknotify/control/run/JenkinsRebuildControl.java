package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Action;
import hudson.model.Item;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.control.ActRecorder;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.JenkinsStartup;
import io.jenkins.plugins.slacknotify.control.ReadableBuilds;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.build.StartResult;
import io.jenkins.plugins.slacknotify.interaction.build.StopResult;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildControl;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildResult;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs builds again, and stops them.
 *
 * <p>Jenkins checks no permission in the methods that are called here (their source), so each is checked before.
 */
public final class JenkinsRebuildControl implements RebuildControl {
    /** What is written down of a stop that is not by force. */
    static final String TOLD_TO_STOP = "told to stop";

    private final InstantSource clock;

    public JenkinsRebuildControl(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<RebuildResult> refusal(String account, ButtonAction action, ButtonTarget build) {
        JenkinsStartup.await();
        return switch (action) {
            case ABORT -> refusal(account, build, run -> refusalToStop(run, false));
            case TERMINATE, KILL -> refusal(account, build, run -> refusalToStop(run, true));
            case RUN_AGAIN -> refusal(account, build, run -> new RepeatedBuild(run).refusal());
            case CANCEL ->
                AsAccount.call(account, () -> BuildStopper.waits(build))
                                .filter(waits -> waits)
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(new RebuildResult.AlreadyOver());
            default -> throw new IllegalArgumentException("Runs no build again, and stops none: " + action);
        };
    }

    private static Optional<RebuildResult> refusal(
            String account, ButtonTarget build, Function<Run<?, ?>, Optional<RebuildResult>> refusal) {
        return AsAccount.find(account, () -> ReadableBuilds.find(build.build()).map(refusal))
                .orElseGet(() -> Optional.of(new RebuildResult.NoSuchBuild()));
    }

    private static Optional<RebuildResult> refusalToStop(Run<?, ?> run, boolean byForce) {
        if (!run.isBuilding()) {
            return Optional.of(new RebuildResult.AlreadyOver());
        }
        if (!run.getParent().hasPermission(Item.CANCEL)) {
            return Optional.of(new RebuildResult.Refused(ReadableBuilds.missingPermission("Cancel", run.getParent())));
        }
        return byForce && !HardStop.isPossible(run)
                ? Optional.of(new RebuildResult.CannotRepeat("only a pipeline can be stopped so. Press *Abort* again."))
                : Optional.empty();
    }

    @Override
    public RebuildResult runAgain(ActTrace trace, ButtonTarget build) {
        return with(trace, build, run -> {
            RepeatedBuild repeated = new RepeatedBuild(run);
            return repeated.refusal().orElseGet(() -> schedule(trace, repeated));
        });
    }

    private RebuildResult schedule(ActTrace trace, RepeatedBuild repeated) {
        List<Action> pins = repeated.pins();
        List<ParametersAction> parameters = repeated.parameters();
        List<Action> actions = new ArrayList<>(pins);
        actions.addAll(parameters);
        return repeated.scheduleAsItWas(trace, actions, how(!parameters.isEmpty(), !pins.isEmpty()), clock.instant());
    }

    private static String how(boolean sameParameters, boolean sameCommit) {
        if (sameCommit) {
            return sameParameters ? "with the same parameters, of the same commit" : "of the same commit";
        }
        return sameParameters ? "with the same parameters" : "as its job is now";
    }

    @Override
    public Optional<RebuildResult.Started> started(RequestMark request, ButtonTarget build) {
        return startedBy(request, build);
    }

    /** Finds what a request has started, on the terms of {@link #started}. */
    static Optional<RebuildResult.Started> startedBy(RequestMark request, ButtonTarget build) {
        JenkinsStartup.await();
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            // The build that was run again may have been removed since; its job is known all the same.
            String job =
                    EngineLifecycle.get().engine().jobs().current(build.build()).job();
            return BuildStarter.started(request, job).map(JenkinsRebuildControl::already);
        }
    }

    private static RebuildResult.Started already(StartResult.Started started) {
        Integer number = started.number();
        return new RebuildResult.Started(started.slot(), number == null ? "soon" : "as #" + number);
    }

    @Override
    public RebuildResult abort(ActTrace trace, ButtonTarget build) {
        return stop(trace, build, false, TOLD_TO_STOP, run -> converted(BuildStopper.stop(trace.origin(), run)));
    }

    @Override
    public RebuildResult terminate(ActTrace trace, ButtonTarget build) {
        return stop(trace, build, true, "terminated", run -> {
            HardStop.terminate(run, ActRecorder.line(trace, "terminated"));
            return new RebuildResult.Stopped();
        });
    }

    @Override
    public RebuildResult kill(ActTrace trace, ButtonTarget build) {
        return stop(trace, build, true, "killed", run -> {
            HardStop.kill(run, ActRecorder.line(trace, "killed"));
            return new RebuildResult.Stopped();
        });
    }

    private RebuildResult stop(
            ActTrace trace, ButtonTarget build, boolean byForce, String what, Function<Run<?, ?>, RebuildResult> stop) {
        JenkinsStartup.await();
        return with(trace, build, run -> {
            RebuildResult result = refusalToStop(run, byForce).orElseGet(() -> stop.apply(run));
            if (result instanceof RebuildResult.Stopped) {
                record(run, trace, what);
            }
            return result;
        });
    }

    @Override
    public RebuildResult cancel(ActTrace trace, ButtonTarget queued) {
        JenkinsStartup.await();
        RebuildResult result = AsAccount.call(
                        trace.origin().account(), () -> converted(BuildStopper.cancel(trace.origin(), queued)))
                .orElseGet(RebuildResult.NoSuchBuild::new);
        if (result instanceof RebuildResult.Stopped) {
            return new RebuildResult.Cancelled();
        }
        // A build that is not in the queue may be running, or be one that the account may not see.
        return result instanceof RebuildResult.NoSuchBuild ? new RebuildResult.AlreadyOver() : result;
    }

    private static RebuildResult converted(StopResult result) {
        if (result instanceof StopResult.Stopped) {
            return new RebuildResult.Stopped();
        }
        if (result instanceof StopResult.AlreadyOver) {
            return new RebuildResult.AlreadyOver();
        }
        if (result instanceof StopResult.NotYet) {
            return new RebuildResult.NotYet();
        }
        return result instanceof StopResult.Refused refused
                ? new RebuildResult.CannotRepeat(refused.sentence())
                : new RebuildResult.NoSuchBuild();
    }

    private RebuildResult with(ActTrace trace, ButtonTarget build, Function<Run<?, ?>, RebuildResult> act) {
        return AsAccount.find(
                        trace.origin().account(),
                        () -> ReadableBuilds.find(build.build()).map(act))
                .orElseGet(RebuildResult.NoSuchBuild::new);
    }

    private void record(Run<?, ?> run, ActTrace trace, String what) {
        ActRecorder.record(run, trace, what, null, clock.instant());
    }
}
