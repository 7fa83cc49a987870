package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Action;
import hudson.model.Item;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.Runs;
import io.jenkins.plugins.slacknotify.control.StartedJenkins;
import io.jenkins.plugins.slacknotify.control.Traces;
import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.build.StartResult;
import io.jenkins.plugins.slacknotify.interaction.build.StopResult;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RunControl;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RunResult;
import io.jenkins.plugins.slacknotify.lifecycle.ChannelNames;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.time.Instant;
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
public final class RunActs implements RunControl {
    private final InstantSource clock;

    public RunActs(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<RunResult> refusal(String account, ButtonAction action, ButtonTarget build, Instant asOf) {
        StartedJenkins.await();
        return switch (action) {
            case ABORT -> refusal(account, build, run -> refusalToStop(run, false));
            case TERMINATE, KILL -> refusal(account, build, run -> refusalToStop(run, true));
            case RUN_AGAIN -> refusal(account, build, run -> new RepeatedBuild(run).refusal());
            case CANCEL ->
                AsAccount.call(
                                        account,
                                        () -> BuildStopper.waitsFromSlack(
                                                build.build().job(), slot(build, asOf)))
                                .filter(waits -> waits)
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(new RunResult.AlreadyOver());
            default -> throw new IllegalArgumentException("Runs no build again, and stops none: " + action);
        };
    }

    private static Optional<RunResult> refusal(
            String account, ButtonTarget build, Function<Run<?, ?>, Optional<RunResult>> refusal) {
        return AsAccount.call(
                        account,
                        () -> Runs.find(build.build())
                                .map(refusal)
                                .orElseGet(() -> Optional.of(new RunResult.NoSuchBuild())))
                .orElseGet(() -> Optional.of(new RunResult.NoSuchBuild()));
    }

    private static Optional<RunResult> refusalToStop(Run<?, ?> run, boolean byForce) {
        if (!run.isBuilding()) {
            return Optional.of(new RunResult.AlreadyOver());
        }
        if (!run.getParent().hasPermission(Item.CANCEL)) {
            return Optional.of(new RunResult.Refused(Runs.missing("Cancel", run.getParent())));
        }
        return byForce && !HardStop.isPossible(run)
                ? Optional.of(new RunResult.CannotRepeat("only a pipeline can be stopped so. Press *Abort* again."))
                : Optional.empty();
    }

    @Override
    public RunResult runAgain(ActTrace trace, ButtonTarget build) {
        return with(trace, build, run -> {
            RepeatedBuild repeated = new RepeatedBuild(run);
            return repeated.refusal().orElseGet(() -> schedule(trace, repeated));
        });
    }

    private RunResult schedule(ActTrace trace, RepeatedBuild repeated) {
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
    public Optional<RunResult.Started> started(RequestMark request, ButtonTarget build) {
        return startedBy(request, build);
    }

    /** Finds what a request has started, on the terms of {@link #started}. */
    static Optional<RunResult.Started> startedBy(RequestMark request, ButtonTarget build) {
        StartedJenkins.await();
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            // The build that was run again may have been removed since; its job is known all the same.
            String job =
                    EngineLifecycle.get().engine().jobs().current(build.build()).job();
            return BuildStarter.started(request, job).map(RunActs::already);
        }
    }

    private static RunResult.Started already(StartResult.Started started) {
        Integer number = started.number();
        return new RunResult.Started(started.queueId(), number == null ? "soon" : "as #" + number);
    }

    @Override
    public RunResult abort(ActTrace trace, ButtonTarget build) {
        return stop(trace, build, false, "told to stop", run -> converted(BuildStopper.stop(trace.origin(), run)));
    }

    @Override
    public RunResult terminate(ActTrace trace, ButtonTarget build) {
        return stop(trace, build, true, "terminated", run -> {
            HardStop.terminate(run, line(trace, "terminated"));
            return new RunResult.Stopped();
        });
    }

    @Override
    public RunResult kill(ActTrace trace, ButtonTarget build) {
        return stop(trace, build, true, "killed", run -> {
            HardStop.kill(run, line(trace, "killed"));
            return new RunResult.Stopped();
        });
    }

    private static String line(ActTrace trace, String what) {
        return "[Slack] " + what + " by "
                + trace.describe(ChannelNames.find(trace.channel()).orElse(""));
    }

    private RunResult stop(
            ActTrace trace, ButtonTarget build, boolean byForce, String what, Function<Run<?, ?>, RunResult> stop) {
        StartedJenkins.await();
        return with(trace, build, run -> {
            RunResult result = refusalToStop(run, byForce).orElseGet(() -> stop.apply(run));
            if (result instanceof RunResult.Stopped) {
                record(run, trace, what);
            }
            return result;
        });
    }

    @Override
    public RunResult cancel(ActTrace trace, ButtonTarget queued, Instant asOf) {
        StartedJenkins.await();
        RunResult result = AsAccount.call(
                        trace.origin().account(),
                        () -> converted(BuildStopper.cancelFromSlack(
                                trace.origin(), queued.build().job(), slot(queued, asOf))))
                .orElseGet(RunResult.NoSuchBuild::new);
        if (result instanceof RunResult.Stopped) {
            return new RunResult.Cancelled();
        }
        // What is not in the queue may be running, or be nothing that the account may see.
        return result instanceof RunResult.NoSuchBuild ? new RunResult.AlreadyOver() : result;
    }

    private static QueueSlot slot(ButtonTarget queued, Instant asOf) {
        return QueueSlot.asOf(queueId(queued), asOf);
    }

    private static long queueId(ButtonTarget queued) {
        try {
            return Long.parseLong(queued.node());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static RunResult converted(StopResult result) {
        if (result instanceof StopResult.Stopped) {
            return new RunResult.Stopped();
        }
        if (result instanceof StopResult.AlreadyOver) {
            return new RunResult.AlreadyOver();
        }
        if (result instanceof StopResult.NotYet) {
            return new RunResult.NotYet();
        }
        return result instanceof StopResult.Refused refused
                ? new RunResult.CannotRepeat(refused.sentence())
                : new RunResult.NoSuchBuild();
    }

    private RunResult with(ActTrace trace, ButtonTarget build, Function<Run<?, ?>, RunResult> act) {
        return AsAccount.call(
                        trace.origin().account(),
                        () -> Runs.find(build.build()).map(act).orElseGet(RunResult.NoSuchBuild::new))
                .orElseGet(RunResult.NoSuchBuild::new);
    }

    private void record(Run<?, ?> run, ActTrace trace, String what) {
        Traces.record(run, trace, what, null, clock.instant());
    }
}
